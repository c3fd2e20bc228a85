// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";

import { Asker, BAND_WAITS, PATIENCE, REST } from "./asking.js";

/** A clock that goes when it is told to, a server that answers when it is told to, and a page that remembers. */
function room() {
  let now = 0;
  const timers = new Set();
  const clock = {
    now: () => now,
    set: (act, after) => {
      const timer = { act, at: now + after };
      timers.add(timer);
      return timer;
    },
    clear: (timer) => timers.delete(timer),
  };
  const pass = async (milliseconds) => {
    const until = now + milliseconds;
    for (;;) {
      const next = [...timers].filter((timer) => timer.at <= until).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      timers.delete(next);
      now = next.at;
      next.act();
      await settle();
    }
    now = until;
  };
  const asked = [];
  const ask = (question, how, signal) =>
    new Promise((answer, fail) => {
      const one = { question, ...how, signal, answer: (told) => answer({ cells: [question], band: "not_asked", ...told }), fail };
      asked.push(one);
    });
  const shown = [];
  const said = [];
  const tell = {
    draw: (answer, how) => shown.push(answer.errors ? "errors" : `${answer.cells[0]}${how.rest ? " with rest" : ""}`),
    status: (answer) => said.push(answer.band),
    wait: () => said.push("wait"),
    late: () => said.push("late"),
    fail: (trouble) => said.push(trouble?.isGone ? "gone" : "failed"),
    rest: () => said.push("rest"),
  };
  return { asker: new Asker(ask, tell, clock), asked, shown, said, pass };
}

const settle = () => new Promise((done) => setImmediate(done));

async function answerNext(asked, place, told = {}) {
  asked[place].answer(told);
  await settle();
}

test("one question is under way at a time, and of those that wait only the newest is sent", async () => {
  const { asker, asked, shown } = room();
  for (const question of ["a", "b", "c", "d"]) asker.want(question);
  assert.deepEqual(asked.map((one) => one.question), ["a"]);
  await answerNext(asked, 0);
  assert.deepEqual(asked.map((one) => one.question), ["a", "d"]);
  await answerNext(asked, 1);
  assert.deepEqual(shown, ["a", "d"]);
});

test("a slow question is given up for the newest, and its late answer is never shown over a newer one", async () => {
  const { asker, asked, shown, pass } = room();
  asker.want("old");
  asker.want("new");
  await pass(PATIENCE + 1);
  assert.equal(asked[0].signal.aborted, true);
  assert.deepEqual(asked.map((one) => one.question), ["old", "new"]);
  await answerNext(asked, 1);
  await answerNext(asked, 0);
  assert.deepEqual(shown, ["new"]);
});

test("on a slow line a hand that keeps moving still sees answers", async () => {
  const { asker, asked, shown, pass } = room();
  const since = new Map();
  for (let step = 0; step < 60; step += 1) {
    asker.want(`step ${step}`);
    await pass(100);
    for (const one of asked) {
      since.set(one, (since.get(one) ?? 0) + 1);
      if (since.get(one) === 10 && !one.signal.aborted) one.answer({});
    }
    await settle();
  }
  assert.ok(shown.length >= 3);
  const steps = shown.map((words) => Number(words.split(" ")[1]));
  assert.deepEqual(steps, [...steps].sort((one, other) => one - other));
});

test("a late band of an older version is never shown over a newer one", async () => {
  const { asker, asked, shown, pass } = room();
  asker.want("old");
  await answerNext(asked, 0);
  await pass(REST + 1);
  asker.want("new");
  await pass(PATIENCE + 1);
  await answerNext(asked, 2);
  await answerNext(asked, 1, { band: "there" });
  assert.deepEqual(shown, ["old", "new"]);
});

test("the same question again is no question", async () => {
  const { asker, asked } = room();
  asker.want("a");
  asker.want("a");
  await answerNext(asked, 0);
  assert.equal(asked.length, 1);
});

test("the band is asked for when the hand rests, and looked for until it is there", async () => {
  const { asker, asked, shown, said, pass } = room();
  asker.want("a");
  await answerNext(asked, 0);
  await pass(REST - 1);
  assert.equal(asked.length, 1);
  await pass(1);
  await answerNext(asked, 1, { band: "asked" });
  await pass(BAND_WAITS[0]);
  await answerNext(asked, 2, { cells: undefined, band: "asked" });
  await pass(BAND_WAITS[1]);
  await answerNext(asked, 3, { band: "there" });
  await pass(60_000);
  assert.deepEqual(asked.map(({ rest, poll }) => [rest, poll]), [[false, false], [true, false], [true, true], [true, true]]);
  assert.deepEqual(shown, ["a", "a with rest", "a with rest"]);
  assert.deepEqual(said, ["rest", "asked"]);
});

test("a hand that goes on moving asks for no band", async () => {
  const { asker, asked, pass } = room();
  for (const [place, question] of ["a", "b", "c"].entries()) {
    asker.want(question);
    await answerNext(asked, place);
    await pass(REST - 1);
  }
  assert.ok(asked.every((one) => !one.rest));
});

test("a band that never comes is given up, and said to be", async () => {
  const { asker, asked, said, pass } = room();
  asker.want("a");
  await answerNext(asked, 0);
  await pass(REST);
  await answerNext(asked, 1, { band: "asked" });
  for (const [place, wait] of BAND_WAITS.entries()) {
    await pass(wait);
    await answerNext(asked, place + 2, { cells: undefined, band: "asked" });
  }
  assert.equal(said.at(-1), "late");
  const before = asked.length;
  await pass(60_000);
  assert.equal(asked.length, before);
});

test("without a line the newest is asked again by itself, and what was drawn stays", async () => {
  const { asker, asked, shown, said, pass } = room();
  asker.want("a");
  asked[0].fail(new Error("no line"));
  await settle();
  assert.deepEqual(said, ["failed"]);
  await pass(500);
  assert.equal(asked[1].question, "a");
  await answerNext(asked, 1);
  assert.deepEqual(shown, ["a"]);
});

test("somebody who is signed out asks no more", async () => {
  const { asker, asked, said, pass } = room();
  asker.want("a");
  asked[0].fail({ isGone: true });
  await settle();
  await pass(60_000);
  assert.deepEqual(said, ["gone"]);
  assert.equal(asked.length, 1);
});

test("what is filled in wrong asks for no band, and is asked anew when it is mended", async () => {
  const { asker, asked, shown, pass } = room();
  asker.want("wrong");
  await answerNext(asked, 0, { cells: undefined, errors: { id_x: ["too much"] } });
  await pass(60_000);
  assert.equal(asked.length, 1);
  asker.want("right");
  await answerNext(asked, 1);
  assert.deepEqual(shown, ["errors", "right"]);
});

test("a page that opens while its band is drawn goes on looking for it", async () => {
  const { asker, asked, pass } = room();
  asker.open("start", "asked");
  await pass(BAND_WAITS[0]);
  assert.deepEqual([asked[0].question, asked[0].poll], ["start", true]);
});
