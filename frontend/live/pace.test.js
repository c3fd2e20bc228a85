// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { CALM, newsIn, SLOWEST, Versions, wait } from "./pace.js";

const middle = () => 0.5;

test("a page asks every five seconds while the server answers", () => {
  assert.equal(wait(0, middle), CALM);
});

test("a page asks ever more slowly while the line is gone, and never slower than once a minute", () => {
  assert.equal(wait(1, middle), 2 * CALM);
  assert.equal(wait(2, middle), 4 * CALM);
  assert.equal(wait(20, middle), SLOWEST);
});

test("pages that lost the line together do not all return together", () => {
  assert.ok(wait(0, () => 0) < wait(0, () => 1));
});

test("an event names a topic and its version", () => {
  assert.deepEqual(newsIn('{"topic": "poll:7", "version": 3}'), { topic: "poll:7", version: 3 });
});

test("an event that is not ours is no news", () => {
  for (const data of ["", "nonsense", "{}", '{"topic": 4}']) assert.equal(newsIn(data), null);
});

test("a version is news once", () => {
  const versions = new Versions();
  assert.equal(versions.isNews({ topic: "a", version: 1 }), true);
  assert.equal(versions.isNews({ topic: "a", version: 1 }), false);
  assert.equal(versions.isNews({ topic: "a", version: 2 }), true);
  assert.equal(versions.isNews({ topic: "b", version: 1 }), true);
});

test("what the page already showed is no news", () => {
  const versions = new Versions();
  versions.start("a", 7);
  assert.equal(versions.isNews({ topic: "a", version: 7 }), false);
  assert.equal(versions.isNews({ topic: "a", version: 8 }), true);
});

test("a topic that never changed is no news", () => {
  assert.equal(new Versions().isNews({ topic: "a", version: 0 }), false);
});

test("a counter that began anew is news", () => {
  const versions = new Versions();
  versions.start("a", 12);
  assert.equal(versions.isNews({ topic: "a", version: 1 }), true);
});
