// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Draw the marks once: `node marks.mjs` writes templates/components/marks.html.
 *
 * A seat is a mark of 8 in a box of 10. Every "seats-SHAPE-GLYPH" is a strip of 24 of them in one path, so that a page
 * shows a run of seven by cutting the strip at 70: one <use>, however many seats.
 */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const STRIP = 24;
const COLOURS = { square: "#b34700", disc: "#005a9c", triangle: "#3d3d3d" };
const GREY = "#7a7468";

/** Closed outlines, drawn from the left edge of their box; "full" fills the box, "line" leaves room for its stroke. */
const OUTLINES = {
  square: { full: "M1 1h8v8H1z", line: "M1.7 1.7h6.6v6.6H1.7z", half: "M1.7 1.7H5v6.6H1.7z" },
  disc: {
    full: "M.8 5a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z",
    line: "M1.5 5a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    half: "M5 1.5a3.5 3.5 0 1 0 0 7z",
  },
  triangle: { full: "M5 .6L9.6 9.2H.4z", line: "M5 2L8.5 8.5H1.5z", half: "M5 2V8.5H1.5z" },
};
const CROSSES = { square: "M3 3L7 7M7 3L3 7", disc: "M3.2 3.2L6.8 6.8M6.8 3.2L3.2 6.8", triangle: "M3.6 5L6.4 7.9M6.4 5L3.6 7.9" };
const DASH = "M2.6 5H7.4";

/** The parts of one glyph: [path, attributes]; grey where the seat does not carry the proposal. */
function parts(shape, glyph) {
  const colour = COLOURS[shape];
  const filled = `class="m-${shape}" fill="${colour}"`;
  const lined = `class="m-line m-${shape}" fill="none" stroke="${colour}" stroke-width="1.4"`;
  const grey = `class="m-line m-grey" fill="none" stroke="${GREY}" stroke-width="1.3"`;
  const outline = OUTLINES[shape];
  return {
    full: [[outline.full, filled]],
    half: [[outline.line, lined], [outline.half, filled]],
    open: [[outline.line, grey]],
    crossed: [[outline.line, grey], [CROSSES[shape], grey]],
    dash: [[DASH, grey]],
  }[glyph];
}

/** The path moved `step` boxes to the right: its absolute x values grow. */
export function moved(path, step) {
  const shift = 10 * step;
  const x = (text) => String(Math.round((Number(text) + shift) * 100) / 100);
  return path
    .replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_, letter, left, top) => `${letter}${x(left)} ${top}`)
    .replace(/H(-?[\d.]+)/g, (_, left) => `H${x(left)}`);
}

/** Many of the same glyph in one path. */
export function strip(path, count) {
  return Array.from({ length: count }, (_, step) => moved(path, step)).join("");
}

const draw = (list, count) => list.map(([path, look]) => `<path ${look} d="${strip(path, count)}"/>`).join("");

const symbols = [];
for (const shape of Object.keys(COLOURS)) {
  symbols.push(`<symbol id="who-${shape}" viewBox="0 0 10 10">${draw(parts(shape, "full"), 1)}</symbol>`);
  for (const glyph of ["full", "half", "open", "crossed", "dash"]) {
    symbols.push(`<symbol id="seats-${shape}-${glyph}">${draw(parts(shape, glyph), STRIP)}</symbol>`);
  }
}
const ink = 'class="m-line m-ink" fill="none" stroke="#1f1d1a"';
symbols.push(
  `<symbol id="sign-yes" viewBox="0 0 12 12"><path ${ink} stroke-width="2" d="M1.5 6.5L4.7 9.7L10.5 2.5"/></symbol>`,
  `<symbol id="sign-no" viewBox="0 0 12 12"><path class="m-line m-grey" fill="none" stroke="${GREY}" stroke-width="1.8" d="M2.5 6H9.5"/></symbol>`,
  `<symbol id="sign-unknown" viewBox="0 0 12 12"><path ${ink} stroke-width="1.7" d="M3.6 4.2A2.4 2.4 0 1 1 6.9 6.2Q6 6.7 6 7.7"/><circle class="m-dot" cx="6" cy="10.2" r="1.1" fill="#1f1d1a"/></symbol>`,
  `<symbol id="deck-whole" viewBox="0 0 36 4"><path class="m-deck" fill="#17505c" d="M0 0H36V4H0z"/></symbol>`,
  `<symbol id="deck-broken" viewBox="0 0 36 4"><path class="m-line m-grey" fill="none" stroke="${GREY}" stroke-width="1.8" stroke-dasharray="5 2.75" d="M0 2.4H36"/></symbol>`,
);
const hatch =
  '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
  '<path class="m-hatch" stroke="#17505c" stroke-width="2" d="M1 0V5"/></pattern>';

export const page = `{# SPDX-FileCopyrightText: 2026 The Draagvlak contributors #}
{# SPDX-License-Identifier: EUPL-1.2 #}
{% comment %}
The marks, drawn once a page and referred to by <use href="#...">. Drawn by frontend/marks.mjs: change them there.
Include once a page, before the first mark. Context: none.
  #who-square  #who-disc  #who-triangle             the constituencies' shapes, box 10 x 10
  #seats-SHAPE-GLYPH (full half open crossed dash)   strips of ${STRIP} seats, cut to length by seat_row.html
  #sign-yes #sign-no #sign-unknown  #deck-whole #deck-broken  and the fill url(#hatch) for a judgement
{% endcomment %}
<svg class="mark-defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>${hatch}</defs>${symbols.join("")}</svg>
`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = join(dirname(fileURLToPath(import.meta.url)), "../templates/components/marks.html");
  await writeFile(target, page);
  console.log(`${target}: ${page.length} bytes`);
}
