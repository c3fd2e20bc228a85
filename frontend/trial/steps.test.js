// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { Steps } from "./steps.js";

test("one can go back and forth through what was tried", () => {
  const steps = new Steps(["0"]);
  steps.take(["1"]);
  steps.take(["2"]);
  assert.deepEqual(steps.undo(), ["1"]);
  assert.deepEqual(steps.undo(), ["0"]);
  assert.equal(steps.canUndo, false);
  assert.deepEqual(steps.undo(), ["0"]);
  assert.deepEqual(steps.redo(), ["1"]);
  assert.deepEqual(steps.redo(), ["2"]);
  assert.equal(steps.canRedo, false);
});

test("the same again is no step", () => {
  const steps = new Steps(["0"]);
  steps.take(["0"]);
  assert.equal(steps.canUndo, false);
});

test("a new step after going back forgets what was undone", () => {
  const steps = new Steps(["0"]);
  steps.take(["1"]);
  steps.undo();
  steps.take(["2"]);
  assert.equal(steps.canRedo, false);
  assert.deepEqual(steps.undo(), ["0"]);
});
