// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** What was tried one after another, to go back and forth through. No page here, so that it can be tested alone. */
const MOST = 200;

export class Steps {
  constructor(start) {
    this.taken = [start];
    this.at = 0;
  }

  get now() {
    return this.taken[this.at];
  }

  get canUndo() {
    return this.at > 0;
  }

  get canRedo() {
    return this.at < this.taken.length - 1;
  }

  /** A new step; what was undone before it is gone. The same again is no step. */
  take(step) {
    if (JSON.stringify(step) === JSON.stringify(this.now)) return;
    this.taken = [...this.taken.slice(0, this.at + 1), step].slice(-MOST);
    this.at = this.taken.length - 1;
  }

  undo() {
    if (this.canUndo) this.at -= 1;
    return this.now;
  }

  redo() {
    if (this.canRedo) this.at += 1;
    return this.now;
  }
}
