// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** One change between two states of a field, and where a caret goes when the text around it changes. No page here. */

/** Signs that nobody can see and the site refuses: taken out as they come in. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/g;

export const cleaned = (text) => text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");

/**
 * The one stretch in which two texts differ: from `at`, `removed` units go out and `inserted` comes in. Where that could be
 * in several places ("aa" to "aaa") it ends at the caret. Characters of two units are never cut in half.
 */
export function spliceBetween(before, after, caret = after.length) {
  const shortest = Math.min(before.length, after.length);
  const grown = after.length - before.length;
  let tail = 0;
  const mostTail = Math.min(shortest, after.length - Math.min(caret, after.length));
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  let head = 0;
  while (head < shortest - tail && before[head] === after[head]) head += 1;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  if (isHigh(before, head - 1) || isHigh(after, head - 1)) head -= 1;
  if (isLow(before, before.length - tail) || isLow(after, after.length - tail)) tail -= 1;
  const removed = before.length - tail - head;
  return { at: head, removed, inserted: after.slice(head, head + removed + grown) };
}

const isHigh = (text, at) => at >= 0 && text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00;
const isLow = (text, at) => at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;

/** Where a place in a text is after a change, told as what is kept, inserted and deleted from the start. */
export function moved(place, delta) {
  let at = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (step.insert !== undefined) {
      if (at < place) place += step.insert.length;
      at += step.insert.length;
    } else {
      if (at < place) place -= Math.min(step.delete, place - at);
    }
    if (at >= place && step.retain !== undefined) break;
  }
  return place;
}

/** Where the last change of a delta ends. */
export function endOf(delta) {
  let at = 0;
  let end = 0;
  for (const step of delta) {
    if (step.retain !== undefined) at += step.retain;
    else if (step.insert !== undefined) end = at += step.insert.length;
    else end = at;
  }
  return end;
}
