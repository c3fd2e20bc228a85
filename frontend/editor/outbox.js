// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * What was typed and is not stored yet: sent in order, kept in this tab until the site says it has it, and sent again as often
 * as it takes. The site knows by the key what it got before. No page here.
 */
export const STORED = "stored";
export const AWAY = "away";
export const BEHIND = "behind";
export const REFUSED = "refused";

const PAUSE = 150;
const SOONEST = 1000;
const SLOWEST = 15000;

export class Outbox {
  /** post(letter) answers {how, ...}; together(updates) makes one of many; whole() is everything this browser knows. */
  constructor({ post, together, whole, told, newKey, later = (act, wait) => setTimeout(act, wait), forget = (timer) => clearTimeout(timer) }) {
    Object.assign(this, { post, together, whole, told, newKey, later, forget });
    this.waiting = [];
    this.letter = null;
    this.busy = false;
    this.failures = 0;
    this.timer = 0;
    this.isHeld = false;
  }

  get isEmpty() {
    return this.letter === null && this.waiting.length === 0;
  }

  /** Everything that is not stored yet, as one; null when there is nothing. */
  get unsent() {
    const all = [...(this.letter ? [this.letter.data] : []), ...this.waiting];
    return all.length ? this.together(all) : null;
  }

  add(update) {
    this.waiting.push(update);
    this.isHeld = false;
    this.told({ how: "saving" });
    this.soon(PAUSE);
  }

  /** Try now: the line is back. */
  wake() {
    this.failures = 0;
    if (!this.isEmpty && !this.isHeld) this.soon(0);
  }

  soon(wait) {
    if (this.busy) return;
    this.forget(this.timer);
    this.timer = this.later(() => this.send(), wait);
  }

  async send() {
    if (this.busy || this.isEmpty) return;
    this.busy = true;
    if (this.waiting.length) {
      const data = this.unsent;
      this.waiting = [];
      // what was sent before and not heard of is sent under its own key when nothing was added to it
      this.letter = { key: this.newKey(), data };
    }
    const answer = await this.post(this.letter);
    this.busy = false;
    this.heard(answer);
  }

  heard(answer) {
    if (answer.how === STORED) {
      this.letter = null;
      this.failures = 0;
      this.told(this.isEmpty ? answer : { how: "saving" });
      if (!this.isEmpty) this.soon(PAUSE);
    } else if (answer.how === BEHIND) {
      this.letter = { key: this.newKey(), data: this.whole() };
      this.failures += 1;
      this.soon(this.patience());
    } else if (answer.how === REFUSED) {
      this.isHeld = true;
      this.told(answer);
    } else {
      this.failures += 1;
      this.told(answer);
      this.soon(this.patience());
    }
  }

  patience() {
    return Math.min(SOONEST * 2 ** (this.failures - 1), SLOWEST);
  }
}
