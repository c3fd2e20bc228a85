// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { cleaned, endOf, moved, spliceBetween } from "./splice.js";

const applied = (text, { at, removed, inserted }) => text.slice(0, at) + inserted + text.slice(at + removed);

test("a word typed in the middle is one insertion", () => {
  assert.deepEqual(spliceBetween("De raad besluit.", "De hele raad besluit.", 8), { at: 3, removed: 0, inserted: "hele " });
});

test("a letter typed among its equals is put where the caret is", () => {
  assert.deepEqual(spliceBetween("aaa", "aaaa", 1), { at: 0, removed: 0, inserted: "a" });
  assert.deepEqual(spliceBetween("aaa", "aaaa", 4), { at: 3, removed: 0, inserted: "a" });
});

test("a selection typed over goes out and comes in at once", () => {
  assert.deepEqual(spliceBetween("een twee drie", "een 2 drie", 5), { at: 4, removed: 4, inserted: "2" });
});

test("a sign of two units is never cut in half", () => {
  const splice = spliceBetween("x😀y", "x😁y", 3);
  assert.deepEqual(splice, { at: 1, removed: 2, inserted: "😁" });
});

test("any two texts are one splice apart", () => {
  const signs = ["a", "b", "😀", "😁", "é", "\n"];
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const text = () => Array.from({ length: next(8) }, () => signs[next(signs.length)]).join("");
  for (let time = 0; time < 5000; time += 1) {
    const [before, after] = [text(), text()];
    const splice = spliceBetween(before, after, next(after.length + 1));
    assert.equal(applied(before, splice), after);
    assert.equal(splice.inserted.isWellFormed?.() ?? true, true);
    assert.equal(before.slice(splice.at, splice.at + splice.removed).isWellFormed?.() ?? true, true);
  }
});

test("words before the caret push it along, words behind it do not", () => {
  assert.equal(moved(5, [{ insert: "abc" }]), 8);
  assert.equal(moved(5, [{ retain: 9 }, { insert: "abc" }]), 5);
});

test("words that another types exactly at the caret come behind it", () => {
  assert.equal(moved(5, [{ retain: 5 }, { insert: "abc" }]), 5);
});

test("words taken out before the caret pull it back, and around it leave it at their place", () => {
  assert.equal(moved(5, [{ delete: 2 }]), 3);
  assert.equal(moved(5, [{ retain: 3 }, { delete: 9 }]), 3);
});

test("several changes at once move the caret by all of those before it", () => {
  assert.equal(moved(10, [{ insert: "ab" }, { retain: 4 }, { delete: 2 }, { retain: 20 }, { insert: "z" }]), 10);
});

test("after undoing the caret stands where the change was", () => {
  assert.equal(endOf([{ retain: 4 }, { insert: "abc" }]), 7);
  assert.equal(endOf([{ retain: 4 }, { delete: 2 }]), 4);
});

test("signs that nobody can see do not come in", () => {
  assert.equal(cleaned("a\r\nb\u0000c\u000bd\te"), "a\nbcd\te");
});
