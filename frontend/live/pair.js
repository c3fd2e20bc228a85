// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A slider beside a number: <input type="range" data-pair="ID-OF-THE-NUMBER" hidden>.
 * The number is what is sent; the slider has no name, and is hidden where there are no scripts.
 */
export function startPairs(root) {
  for (const slider of root.querySelectorAll("[data-pair]:not([data-paired])")) {
    const number = document.getElementById(slider.dataset.pair);
    if (number) pair(slider, number);
  }
}

export function pair(slider, number) {
  slider.dataset.paired = "";
  slider.hidden = false;
  const start = where(slider, startOf(slider, number));
  const follow = () => {
    const typed = parsed(number.value);
    if (typed !== null) slider.value = String(typed);
    fill(slider, start);
  };
  follow();
  slider.addEventListener("input", () => {
    fill(slider, start);
    number.value = number.type === "number" ? slider.value : slider.value.replace(".", decimalSign(document.documentElement.lang));
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  slider.addEventListener("change", () => number.dispatchEvent(new Event("change", { bubbles: true })));
  number.addEventListener("input", follow);
  number.form?.addEventListener("reset", () => window.setTimeout(follow));
}

/** Where nothing changes: nought when the slider has it, else the number that the page came with. */
export function startOf(slider, number) {
  const [min, max] = [Number(slider.min), Number(slider.max)];
  if (min <= 0 && max >= 0) return 0;
  return parsed(number.defaultValue) ?? min;
}

/** How far along its track a number stands, in hundredths. */
export const where = (slider, value) =>
  (100 * (Math.min(Math.max(value, Number(slider.min)), Number(slider.max)) - slider.min)) / (slider.max - slider.min);

/** The track is filled from where nothing changes to where the slider is: the fill is the change. */
function fill(slider, start) {
  const now = where(slider, Number(slider.value));
  slider.style.setProperty("--from", `${Math.min(start, now)}%`);
  slider.style.setProperty("--to", `${Math.max(start, now)}%`);
}

/** The sign before the decimals in a language: a comma in Dutch. */
const decimalSign = (language) => (1.5).toLocaleString(language || "nl").charAt(1);

/** What somebody typed as a number, with a comma or a point; null while it is not one. */
export function parsed(text) {
  const trimmed = text.trim().replace("−", "-").replace(",", ".");
  if (trimmed === "" || !Number.isFinite(Number(trimmed))) return null;
  return Number(trimmed);
}
