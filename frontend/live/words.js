// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** The words the scripts speak stand on <body data-words-...>, in the language of the page. */
export function words(name) {
  return document.body.getAttribute(`data-words-${name}`) ?? "";
}

/** One polite live region for the whole page, made at the first word and never faster than one sentence in five seconds. */
const PAUSE = 5000;
let region = null;
let waiting = "";
let timer = 0;

export function announce(sentence) {
  if (!sentence) return;
  waiting = sentence;
  if (timer) return;
  speak();
  timer = window.setInterval(() => {
    if (waiting) speak();
    else hush();
  }, PAUSE);
}

function hush() {
  window.clearInterval(timer);
  timer = 0;
}

function speak() {
  if (!region) {
    region = document.createElement("p");
    region.className = "hidden-visually";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  const sentence = waiting;
  waiting = "";
  window.setTimeout(() => {
    region.textContent = sentence;
  }, 50); // a region must stand on the page before it is filled, or it is not read out
}
