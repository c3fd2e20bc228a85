// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { moved, page, strip } from "./marks.mjs";

test("a mark moves to the right by whole boxes", () => {
  assert.equal(moved("M1 1h8v8H1z", 2), "M21 1h8v8H21z");
  assert.equal(moved("M5 .6L9.6 9.2H.4z", 1), "M15 .6L19.6 9.2H10.4z");
  assert.equal(moved("M.8 5a4.2 4.2 0 1 0 8.4 0z", 3), "M30.8 5a4.2 4.2 0 1 0 8.4 0z");
});

test("a strip holds as many marks as asked", () => {
  assert.equal(strip("M1 1h8v8H1z", 24).match(/M/g).length, 24);
});

test("the drawn marks are the ones in the templates", async () => {
  assert.equal(await readFile(new URL("../templates/components/marks.html", import.meta.url), "utf8"), page);
});
