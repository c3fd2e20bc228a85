// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { AWAY, BEHIND, Outbox, REFUSED, STORED } from "./outbox.js";

function office(answers) {
  const sent = [];
  const told = [];
  const timers = [];
  let keys = 0;
  const outbox = new Outbox({
    post: async (letter) => {
      sent.push({ ...letter });
      return answers.length ? answers.shift() : { how: STORED };
    },
    together: (updates) => updates.join("+"),
    whole: () => "everything",
    told: (news) => told.push(news.how),
    newKey: () => `key-${(keys += 1)}`,
    later: (act, wait) => {
      timers.push({ act, wait });
      return timers.length;
    },
    forget: (timer) => {
      if (timers[timer - 1]) timers[timer - 1].act = null;
    },
  });
  const tick = async () => {
    const due = timers.splice(0).filter(({ act }) => act);
    for (const { act } of due) await act();
    return due.map(({ wait }) => wait);
  };
  return { outbox, sent, told, tick };
}

test("what is typed quickly goes in one letter", async () => {
  const { outbox, sent, told, tick } = office([]);
  outbox.add("a");
  outbox.add("b");
  await tick();
  assert.deepEqual(sent, [{ key: "key-1", data: "a+b" }]);
  assert.equal(outbox.isEmpty, true);
  assert.equal(told.at(-1), STORED);
});

test("a letter that was not heard of is sent again under its own key, ever more slowly", async () => {
  const { outbox, sent, tick } = office([{ how: AWAY }, { how: AWAY }, { how: AWAY }]);
  outbox.add("a");
  await tick();
  assert.deepEqual(await tick(), [1000]);
  assert.deepEqual(await tick(), [2000]);
  await tick();
  assert.deepEqual(sent.map((letter) => letter.key), ["key-1", "key-1", "key-1", "key-1"]);
  assert.equal(outbox.isEmpty, true);
});

test("words typed while the line is gone go along with the words before them, in order", async () => {
  const { outbox, sent, tick } = office([{ how: AWAY }]);
  outbox.add("a");
  await tick();
  outbox.add("b");
  assert.equal(outbox.unsent, "a+b");
  await tick();
  assert.deepEqual(sent.at(-1), { key: "key-2", data: "a+b" });
  assert.equal(outbox.isEmpty, true);
});

test("when the line is back it is tried at once", async () => {
  const { outbox, tick } = office([{ how: AWAY }]);
  outbox.add("a");
  await tick();
  outbox.wake();
  assert.deepEqual(await tick(), [0]);
  assert.equal(outbox.isEmpty, true);
});

test("a site that lacks what came before gets everything", async () => {
  const { outbox, sent, tick } = office([{ how: BEHIND }]);
  outbox.add("a");
  await tick();
  await tick();
  assert.equal(sent.at(-1).data, "everything");
});

test("what is refused stays here and is said, until something is typed again", async () => {
  const { outbox, sent, told, tick } = office([{ how: REFUSED, detail: "too long" }]);
  outbox.add("a");
  await tick();
  assert.equal(told.at(-1), REFUSED);
  outbox.wake();
  await tick();
  assert.equal(sent.length, 1);
  outbox.add("b");
  await tick();
  assert.deepEqual(sent.at(-1).data, "a+b");
});

test("words typed while a letter is under way go in the next", async () => {
  const { outbox, sent, tick } = office([]);
  outbox.add("a");
  const first = tick();
  outbox.add("b");
  await first;
  await tick();
  assert.deepEqual(sent.map((letter) => letter.data), ["a", "b"]);
});
