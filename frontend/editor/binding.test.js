// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import * as Y from "yjs";

import { Binding } from "./binding.js";

/** A field as the binding uses it. */
class Field {
  constructor(value = "") {
    this.listeners = {};
    this.value = value;
    this.selectionStart = this.selectionEnd = value.length;
    this.selectionDirection = "forward";
    this.scrollTop = 0;
  }

  addEventListener(name, act) {
    this.listeners[name] = act;
  }

  setSelectionRange(start, end, direction) {
    [this.selectionStart, this.selectionEnd, this.selectionDirection] = [start, end, direction];
  }

  fire(name, event = {}) {
    this.listeners[name]({ preventDefault() {}, ...event });
  }

  /** Put words over the selection, as a keyboard does. */
  type(words) {
    const { value, selectionStart, selectionEnd } = this;
    this.value = value.slice(0, selectionStart) + words + value.slice(selectionEnd);
    this.selectionStart = this.selectionEnd = selectionStart + words.length;
    this.fire("input");
  }

  select(start, end = start) {
    this.setSelectionRange(start, end, "forward");
  }

  undo() {
    this.fire("keydown", { key: "z", ctrlKey: true });
  }
}

function desk(words = "") {
  const doc = new Y.Doc();
  const text = doc.getText("text");
  const field = new Field();
  const binding = new Binding(field, text);
  if (words) doc.transact(() => text.insert(0, words), "others");
  binding.start();
  const others = (act) => binding.whenCalm(() => doc.transact(() => act(text), "others"));
  return { doc, text, field, binding, others };
}

test("what is typed is in the text", () => {
  const { text, field } = desk("Het is 2030.");
  field.select(7);
  field.type("nu ");
  assert.equal(text.toString(), "Het is nu 2030.");
});

test("the caret stays between the same words when others type before it", () => {
  const { field, others } = desk("Het is 2030.");
  field.select(7);
  others((text) => text.insert(0, "Stel: "));
  assert.equal(field.value, "Stel: Het is 2030.");
  assert.equal(field.selectionStart, 13);
});

test("a selection survives what others type inside, before and behind it", () => {
  const { field, others } = desk("een twee drie vier");
  field.select(4, 13);
  others((text) => {
    text.insert(18, " vijf");
    text.insert(8, " en een half");
    text.insert(0, "nul ");
  });
  assert.equal(field.value.slice(field.selectionStart, field.selectionEnd), "twee en een half drie");
});

test("undoing takes back one's own words and leaves those of others", () => {
  const { text, field, others } = desk("Het is 2030.");
  field.select(12);
  field.type(" Robots helpen.");
  others((shared) => shared.insert(0, "Stel: "));
  field.undo();
  assert.equal(text.toString(), "Stel: Het is 2030.");
  assert.equal(field.value, text.toString());
});

test("redoing brings them back", () => {
  const { field } = desk("a");
  field.select(1);
  field.type("b");
  field.undo();
  field.fire("keydown", { key: "z", ctrlKey: true, shiftKey: true });
  assert.equal(field.value, "ab");
});

test("what others typed before cannot be undone", () => {
  const { field } = desk("Het is 2030.");
  field.undo();
  assert.equal(field.value, "Het is 2030.");
});

test("a word being composed is not disturbed, and both are there afterwards", () => {
  const { text, field, others } = desk("Het is .");
  field.select(7);
  field.fire("compositionstart");
  field.type("に");
  others((shared) => shared.insert(0, "Stel: "));
  field.select(7, 8);
  field.type("日本");
  assert.equal(field.value, "Het is 日本.");
  field.fire("compositionend");
  assert.equal(field.value, "Stel: Het is 日本.");
  assert.equal(text.toString(), field.value);
  assert.equal(field.selectionStart, 15);
});

test("an input event after the end of composing types nothing twice", () => {
  const { text, field } = desk("");
  field.fire("compositionstart");
  field.type("日本");
  field.fire("compositionend");
  field.fire("input");
  assert.equal(text.toString(), "日本");
});

test("signs that nobody can see are left out of the field too", () => {
  const { text, field } = desk("");
  field.type("a\u0000b");
  assert.equal(text.toString(), "ab");
  assert.equal(field.value, "ab");
});

/** The start of the character at a place: a browser never selects half of one. */
const whole = (text, at) => (text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000 ? at - 1 : at);

test("two browsers that exchange what they typed read the same, whatever was typed", () => {
  const [one, other] = [desk(), desk()];
  const sent = [[], []];
  [one, other].forEach((side, at) => side.doc.on("update", (update, origin) => origin !== "others" && sent[at].push(update)));
  let seed = 11;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  for (let time = 0; time < 400; time += 1) {
    const side = [one, other][next(2)];
    const length = side.field.value.length;
    const start = whole(side.field.value, next(length + 1));
    side.field.select(start, whole(side.field.value, Math.min(length, start + next(4))));
    if (next(9) === 0) side.field.undo();
    else side.field.type(["", "a", "bé", "😀", "\n"][next(5)]);
    if (next(3) === 0) sent[0].splice(0).forEach((update) => other.binding.whenCalm(() => Y.applyUpdate(other.doc, update, "others")));
    if (next(3) === 0) sent[1].splice(0).forEach((update) => one.binding.whenCalm(() => Y.applyUpdate(one.doc, update, "others")));
  }
  sent[0].splice(0).forEach((update) => Y.applyUpdate(other.doc, update, "others"));
  sent[1].splice(0).forEach((update) => Y.applyUpdate(one.doc, update, "others"));
  assert.equal(one.field.value, other.field.value);
  assert.equal(one.field.value, one.text.toString());
});
