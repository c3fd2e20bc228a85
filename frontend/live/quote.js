// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Take over what is selected: <button type="button" data-quote-to="ID" data-quote-from="SELECTOR" hidden> copies the words that are selected in a
 * field or text to a field, and their place to the field named "near" of the same form; data-quote-none says that nothing is.
 */
import { announce } from "./words.js";

export function startQuoting(root) {
  for (const button of root.querySelectorAll("[data-quote-to]:not([data-quotes])")) {
    button.dataset.quotes = "";
    button.hidden = false;
    let last = null;
    // pressing the button may take the selection away: what was selected last counts
    document.addEventListener("selectionchange", () => {
      last = selectedIn(button.dataset.quoteFrom) ?? last;
    });
    button.addEventListener("click", () => take(button, selectedIn(button.dataset.quoteFrom) ?? last));
  }
}

function take(button, found) {
  const field = document.getElementById(button.dataset.quoteTo);
  if (!found) {
    announce(button.dataset.quoteNone ?? "");
    tellBeside(button, button.dataset.quoteNone ?? "");
    return;
  }
  tellBeside(button, "");
  field.value = found.words;
  if (field.form?.elements.near) field.form.elements.near.value = found.at === null ? "" : String(found.at);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function tellBeside(button, words) {
  let line = button.nextElementSibling;
  if (!line?.matches("[data-quote-told]")) {
    line = document.createElement("span");
    line.dataset.quoteTold = "";
    line.className = "small";
    button.after(line);
  }
  line.textContent = words;
}

function selectedIn(selector) {
  for (const part of document.querySelectorAll(selector)) {
    if (part.matches("textarea")) {
      const { selectionStart, selectionEnd, value } = part;
      if (selectionEnd > selectionStart) return trimmed(value.slice(selectionStart, selectionEnd), selectionStart);
      continue;
    }
    const selection = window.getSelection();
    const words = selection.toString();
    if (words.trim() && selection.anchorNode && part.contains(selection.anchorNode) && part.contains(selection.focusNode)) return trimmed(words, null);
  }
  return null;
}

function trimmed(words, at) {
  const start = words.length - words.trimStart().length;
  return words.trim() ? { words: words.trim(), at: at === null ? null : at + start } : null;
}
