// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { draw } from "./picture.js";

const part = () => ({ textContent: "", attributes: {}, getAttribute(name) { return this.attributes[name]; }, setAttribute(name, value) { this.attributes[name] = value; }, removeAttribute(name) { delete this.attributes[name]; } });

function picture() {
  const heldLine = part();
  const heldPlace = part();
  const heldMark = Object.assign(part(), { querySelector: (name) => (name === "line" ? heldLine : heldPlace) });
  const cell = { drawing: part(), band: part(), point: part(), heldMark, line: part(), value: part(), words: part(), range: part(), level: null, held: part() };
  const root = { classList: { has: false, toggle(_name, on) { this.has = on; } } };
  return { parts: { root, cells: [cell], axes: [{ reach: [part()], bands: [] }], shorts: [], finding: null, caution: null, now: null, held: null }, cell, heldLine, heldPlace };
}

const answer = (cell, held = "") => ({ cells: [cell], axes: [["2"]], shorts: [], held, finding: "", caution: "", now: "" });

test("a point without a margin is drawn without a line", () => {
  const { parts, cell } = picture();
  draw(parts, answer(["point", 60, null, null, "+1,0", "", "margin not computed yet", "", null]));
  assert.equal(cell.band.attributes.x1, "60%");
  assert.equal(cell.band.attributes.x2, "60%");
  assert.equal(cell.point.attributes.cx, "60%");
  assert.equal(cell.value.textContent, "+1,0");
  assert.equal(cell.heldMark.attributes.visibility, "hidden");
});

test("a margin and a held version get their places", () => {
  const { parts, cell, heldLine, heldPlace } = picture();
  draw(parts, answer(["better", 60, 55, 70, "+1,0", "+0,5 to +2,0", "better", "", [40, 35, 45, "held −1,0"]], "the other"));
  assert.deepEqual([cell.band.attributes.x1, cell.band.attributes.x2], ["55%", "70%"]);
  assert.deepEqual([heldLine.attributes.x1, heldPlace.attributes.x], ["35%", "40%"]);
  assert.equal(cell.heldMark.attributes.visibility, undefined);
  assert.equal(cell.held.textContent, "held −1,0");
  assert.equal(parts.root.classList.has, true);
});

test("an answer with other rows than the page is not drawn", () => {
  const { parts } = picture();
  assert.equal(draw(parts, { cells: [], axes: [], shorts: [] }), false);
});
