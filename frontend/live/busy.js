// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2

/**
 * A button that asks for something slow says so as soon as it was pressed: `data-busy` has its words.
 * Pressed once more it does nothing; on a page that comes back from memory it is as it was.
 */
import { announce } from "./words.js";

export function startBusy(root) {
  root.addEventListener("submit", ({ target, submitter }) => {
    const button = submitter ?? target.querySelector("button[data-busy]");
    if (!button?.dataset.busy) return;
    button.dataset.idle = button.textContent;
    say(button, button.dataset.busy, true);
    announce(button.dataset.busy);
  });
  root.addEventListener(
    "click",
    (event) => {
      if (event.target.closest?.("button[data-busy][aria-disabled=true]")) event.preventDefault();
    },
    true,
  );
  root.defaultView.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    for (const button of root.querySelectorAll("button[data-busy][aria-disabled=true]")) say(button, button.dataset.idle, false);
  });
}

function say(button, words, isBusy) {
  button.textContent = words;
  button.setAttribute("aria-disabled", String(isBusy));
}
