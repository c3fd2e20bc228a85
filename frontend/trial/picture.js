// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** Put an answer in the picture that the server drew: the same parts, moved and written anew. Nothing is added but text. */

/** The parts of the picture, looked up once, in the order in which answers tell them. */
export function partsOf(root) {
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  return {
    root,
    cells: all("[data-cell]").map(cellParts),
    axes: all("[data-axis]").map((row) => ({ reach: all("[data-reach]", row), bands: marksUnder(row) })),
    shorts: all("[data-short]").map((line) => all("b", line)),
    finding: root.querySelector("[data-finding]"),
    status: root.querySelector("[data-status]"),
    caution: root.querySelector("[data-caution]"),
    now: root.querySelector("[data-now]"),
    held: root.querySelector("[data-held-version]"),
  };
}

function cellParts(cell) {
  const one = (selector) => cell.querySelector(selector);
  return {
    drawing: one("svg"),
    band: one("[data-band]"),
    point: one("[data-point]"),
    heldMark: one("[data-held]"),
    line: one(".tried__value"),
    value: one("[data-value]"),
    words: one("[data-words]"),
    range: one("[data-range]"),
    level: one("[data-level]"),
    held: one("[data-held-words]"),
  };
}

/** The ticks of every cell of an outcome. */
const marksUnder = (row) => [...row.parentElement.querySelectorAll("[data-ticks]")];

/** True when the answer fits the page; a model that was renewed meanwhile may have other rows. */
export function draw(parts, answer) {
  if (answer.cells.length !== parts.cells.length || answer.axes.length !== parts.axes.length) return false;
  answer.cells.forEach((told, place) => drawCell(parts.cells[place], told));
  answer.axes.forEach((told, place) => drawAxis(parts.axes[place], told));
  answer.shorts.forEach((told, place) => parts.shorts[place]?.forEach((value, column) => write(value, told[column])));
  writeInRoom(parts.finding, answer.finding);
  write(parts.caution, answer.caution);
  writeInRoom(parts.now, answer.now);
  writeInRoom(parts.held, answer.held);
  parts.root.classList.toggle("is-compared", answer.held !== "");
  return true;
}

function drawCell(parts, [state, mid, low, high, value, range, words, level, held]) {
  set(parts.drawing, "class", `interval interval--${state}`);
  set(parts.line, "class", `tried__value value--${state}`);
  stretch(parts.band, low ?? mid, high ?? mid);
  set(parts.point, "cx", `${mid}%`);
  write(parts.value, value);
  write(parts.range, range);
  write(parts.words, words);
  write(parts.level, level);
  write(parts.held, held ? held[3] : "");
  if (!held) return parts.heldMark.setAttribute("visibility", "hidden");
  parts.heldMark.removeAttribute("visibility");
  const [heldMid, heldLow, heldHigh] = held;
  stretch(parts.heldMark.querySelector("line"), heldLow ?? heldMid, heldHigh ?? heldMid);
  set(parts.heldMark.querySelector("svg"), "x", `${heldMid}%`);
}

function drawAxis(parts, [reach, ...ticks]) {
  parts.reach.forEach((one) => write(one, reach));
  for (const group of parts.bands) {
    const lines = [...group.children];
    lines.forEach((line, place) => {
      if (ticks[place] === undefined) return line.setAttribute("visibility", "hidden");
      line.removeAttribute("visibility");
      stretch(line, ticks[place], ticks[place]);
    });
  }
}

function stretch(line, from, to) {
  set(line, "x1", `${from}%`);
  set(line, "x2", `${to}%`);
}

function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function write(element, words) {
  if (element && element.textContent !== words) element.textContent = words;
}

/** A sentence that grew once keeps its room, so that what stands under it does not go up and down with the hand. */
function writeInRoom(element, words) {
  if (!element) return;
  write(element, words);
  const room = element.offsetHeight;
  if (room > (element.room ?? 0)) {
    element.room = room;
    element.style.minBlockSize = `${room}px`;
  }
}
