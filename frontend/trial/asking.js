// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Ask for what the hand moves to, so that the newest answer is what is shown. No page here, so that it can be tested alone.
 *
 * Every question has a number. One is under way at a time and the newest waits for it; one that is slow is given up for
 * the newest. An answer that comes after a later one has been shown is thrown away, whether it was given up or not.
 * On a line that is slow for everything patience grows, or a hand that keeps moving would never see an answer.
 */
export const PATIENCE = 800;
const MOST_PATIENCE = 6400;
export const REST = 200;
export const BAND_WAITS = [120, 160, 220, 300, 400, 600, 800, 1000, 1500, 2000, 2500, 3000];
const AGAIN = [500, 1000, 2000, 4000];

export class Asker {
  /**
   * @param {(question: string, how: {rest: boolean, poll: boolean}, signal: AbortSignal) => Promise<object>} ask
   * @param {{draw: Function, status: Function, wait: Function, late: Function, fail: Function, rest: Function}} tell
   * @param {{set: Function, clear: Function, now: Function}} clock
   */
  constructor(ask, tell, clock = { set: (act, after) => setTimeout(act, after), clear: (one) => clearTimeout(one), now: () => performance.now() }) {
    Object.assign(this, { ask, tell, clock });
    this.newest = { number: 0, question: "" };
    this.sent = 0;
    this.shown = 0;
    this.failures = 0;
    this.patience = PATIENCE;
    this.underway = null;
  }

  /** The page stands there as it was served; perhaps its band is still to come. */
  open(question, band) {
    this.newest.question = question;
    this.tries = 0;
    this.follow({ band });
  }

  /** The hand moved: this is what it wants to see now. */
  want(question) {
    if (question === this.newest.question) return;
    this.newest = { number: this.newest.number + 1, question };
    this.failures = 0;
    this.clock.clear(this.resting);
    this.clock.clear(this.bandTimer);
    this.clock.clear(this.retry);
    if (!this.underway) return this.send();
    this.clock.clear(this.impatience);
    const left = this.patience - (this.clock.now() - this.underway.since);
    this.impatience = this.clock.set(() => this.giveUp(), Math.max(0, left));
  }

  giveUp() {
    this.underway?.abort.abort();
    this.underway = null;
    this.patience = Math.min(2 * this.patience, MOST_PATIENCE);
    this.tell.wait();
    this.send();
  }

  async send(how = { rest: false, poll: false }) {
    const mine = { ...this.newest, since: this.clock.now(), abort: new AbortController() };
    this.clock.clear(this.impatience);
    this.underway = mine;
    this.sent = mine.number;
    let answer;
    try {
      answer = await this.ask(mine.question, how, mine.abort.signal);
    } catch (trouble) {
      return this.failed(mine, trouble);
    }
    this.take(mine, how, answer);
  }

  take(mine, how, answer) {
    const isNewest = mine.number === this.newest.number;
    if (this.underway === mine) {
      this.underway = null;
      this.patience = Math.max(PATIENCE, 2 * (this.clock.now() - mine.since));
    }
    if (mine.number < this.shown) return;
    this.shown = mine.number;
    this.failures = 0;
    if (answer.cells || answer.errors) this.tell.draw(answer, { isNewest, ...how });
    else this.tell.status(answer);
    if (!isNewest) return this.underway ? undefined : this.send();
    if (answer.errors) return;
    if (!how.rest) this.resting = this.clock.set(() => this.rest(), REST);
    else this.follow(answer);
  }

  /** The hand rests: say what stands there, and ask for the band. */
  rest() {
    this.tell.rest();
    this.tries = 0;
    this.send({ rest: true, poll: false });
  }

  /** Look again whether the band is there, less and less often. */
  follow(answer) {
    if (answer.band !== "asked") return;
    if (this.tries >= BAND_WAITS.length) return this.tell.late();
    this.bandTimer = this.clock.set(() => this.send({ rest: true, poll: true }), BAND_WAITS[this.tries]);
    this.tries += 1;
  }

  failed(mine, trouble) {
    if (this.underway !== mine) return;
    this.underway = null;
    if (mine.number < this.newest.number) return this.send();
    this.tell.fail(trouble);
    if (trouble?.isGone) return;
    const after = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
    this.failures += 1;
    this.retry = this.clock.set(() => this.send(), after);
  }
}
