// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { carried } from "./carry.js";
import { answersOf, giveAnswers, sharedName } from "./copy.js";
import { parsed, startOf, where } from "./pair.js";

const control = (name, value, rest = {}) => ({ name, value, type: "text", dataset: {}, dispatchEvent: () => true, ...rest });
const radio = (name, value, checked) => control(name, value, { type: "radio", checked });

test("a number may be typed with a comma, a point or a real minus sign", () => {
  assert.equal(parsed("2,5"), 2.5);
  assert.equal(parsed(" 2.5 "), 2.5);
  assert.equal(parsed("−3"), -3);
});

test("half a number is not a number yet", () => {
  for (const text of ["", "-", "abc", "1,2,3"]) assert.equal(parsed(text), null);
});

test("controls of two scenarios belong together by the last part of their name", () => {
  assert.equal(sharedName(control("trend-stance", "5")), sharedName(control("displacement-stance", "5")));
});

test("controls belong together by the name they are given", () => {
  assert.equal(sharedName(control("x", "", { dataset: { copyName: "stance" } })), "stance");
});

test("an answer in one scenario is given in another", () => {
  const from = [radio("a-stance", "5", false), radio("a-stance", "2", true), control("a-reason", "too dear")];
  const to = [radio("b-stance", "5", true), radio("b-stance", "2", false), control("b-reason", "")];
  giveAnswers(to, answersOf(from));
  assert.deepEqual(to.map((one) => one.checked), [false, true, undefined]);
  assert.equal(to[2].value, "too dear");
});

test("undoing puts each scenario's own answer back", () => {
  const to = [radio("b-stance", "5", true), radio("b-stance", "2", false)];
  const before = answersOf(to);
  giveAnswers(to, answersOf([radio("a-stance", "5", false), radio("a-stance", "2", true)]));
  giveAnswers(to, before);
  assert.deepEqual(to.map((one) => one.checked), [true, false]);
});

test("a field that only one scenario has stays as it is", () => {
  const extra = control("b-extra", "mine");
  giveAnswers([extra], answersOf([control("a-reason", "x")]));
  assert.equal(extra.value, "mine");
});

test("a link takes the fields of its names along, and leaves the rest", () => {
  const controls = [control("lever_a", "2,5"), control("title", "secret"), control("start_year", "2020"), control("", "x")];
  const url = new URL(carried("https://example.org/try/?from=own&lever_a=1", controls, ["lever_", "start_year"]));
  assert.deepEqual([...url.searchParams], [["from", "own"], ["lever_a", "2,5"], ["start_year", "2020"]]);
});

test("a slider is filled from nought, or from the number that the page came with when it has no nought", () => {
  assert.equal(startOf({ min: "-5", max: "15" }, { defaultValue: "7,5" }), 0);
  assert.equal(startOf({ min: "6", max: "24" }, { defaultValue: "9,5" }), 9.5);
  assert.equal(startOf({ min: "6", max: "24" }, { defaultValue: "" }), 6);
  assert.equal(where({ min: "-5", max: "15" }, 0), 25);
  assert.equal(where({ min: "-5", max: "15" }, 40), 100);
});
