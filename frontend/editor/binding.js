// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A plain <textarea> and a shared text kept the same. The field stays the browser's own: a screen reader, a spelling checker
 * and an input method work in it as in any other. What others type moves the caret and the selection along; undoing takes
 * back one's own words only. While an input method composes a word, what others typed waits.
 */
import { UndoManager } from "yjs";

import { cleaned, endOf, moved, spliceBetween } from "./splice.js";

export const MINE = "mine";

export class Binding {
  constructor(area, text) {
    this.area = area;
    this.text = text;
    this.shown = area.value;
    this.composes = false;
    this.waiting = [];
    this.undoing = new UndoManager(text, { trackedOrigins: new Set([MINE]), captureTimeout: 600 });
    text.observe((event) => this.follow(event));
    area.addEventListener("input", () => {
      if (!this.composes) this.typed();
    });
    area.addEventListener("compositionstart", () => {
      this.composes = true;
    });
    area.addEventListener("compositionend", () => this.composed());
    area.addEventListener("keydown", (event) => this.pressed(event));
    area.addEventListener("beforeinput", (event) => {
      if (event.inputType === "historyUndo") this.back(event, false);
      if (event.inputType === "historyRedo") this.back(event, true);
    });
  }

  /** Show the text as it is, once it has come in. */
  start() {
    this.show(this.text.toString());
  }

  /** Do something to the text from elsewhere: now, or when the word that is being composed is done. */
  whenCalm(act) {
    if (this.composes) this.waiting.push(act);
    else act();
  }

  composed() {
    this.composes = false;
    this.typed();
    for (const act of this.waiting.splice(0)) act();
  }

  /** Take over what was typed. */
  typed() {
    const { selectionEnd } = this.area;
    const now = cleaned(this.area.value);
    if (now !== this.area.value) this.write(now, Math.min(selectionEnd, now.length), Math.min(selectionEnd, now.length));
    if (now === this.shown) return;
    const { at, removed, inserted } = spliceBetween(this.shown, now, this.area.selectionEnd);
    this.shown = now;
    this.text.doc.transact(() => {
      if (removed) this.text.delete(at, removed);
      if (inserted) this.text.insert(at, inserted);
    }, MINE);
  }

  /** Let the field follow what did not come from it. */
  follow(event) {
    const { origin } = event.transaction;
    if (origin === MINE) return;
    const { selectionStart, selectionEnd } = this.area;
    if (origin === this.undoing) {
      const at = endOf(event.delta);
      return this.show(this.text.toString(), at, at);
    }
    return this.show(this.text.toString(), moved(selectionStart, event.delta), moved(selectionEnd, event.delta));
  }

  show(words, start = this.area.selectionStart, end = this.area.selectionEnd) {
    this.shown = words;
    if (this.area.value !== words) this.write(words, start, end);
  }

  /** Write to the field; selection, scroll and focus stay where they are (one browser focuses what it selects in). */
  write(words, start, end) {
    const { selectionDirection, scrollTop, ownerDocument } = this.area;
    const focused = ownerDocument?.activeElement;
    this.area.value = words;
    this.area.setSelectionRange(start, end, selectionDirection ?? "none");
    this.area.scrollTop = scrollTop;
    if (focused && ownerDocument.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  pressed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z") this.back(event, event.shiftKey);
    if (key === "y" && !event.metaKey) this.back(event, true);
  }

  back(event, isForth) {
    event.preventDefault();
    if (this.composes) return;
    if (isForth) this.undoing.redo();
    else this.undoing.undo();
  }
}
