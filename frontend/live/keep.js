// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Nothing typed is lost: <form data-keep="KEY"> keeps what is typed in this browser tab, per person, and puts it back
 * when the form is opened again (after an expired session, a crash, the back button), saying so.
 * Done with: any element with data-kept-clear="KEY" on the next page (a flash message with extra_tags=KEY).
 * <form data-leave-warning>: warn before leaving with something typed that is not kept.
 * <form data-forget> (signing out): forget every draft in this tab.
 */
import { Drafts, keepable, putBack, typedIn } from "./drafts.js";
import { words } from "./words.js";

const PAUSE = 400;

export function startKeeping(root, storage) {
  const drafts = new Drafts(storage, document.body.dataset.person ?? "");
  for (const done of root.querySelectorAll("[data-kept-clear]")) drafts.forget(done.dataset.keptClear);
  for (const form of root.querySelectorAll("form[data-forget]")) form.addEventListener("submit", () => drafts.forgetAll());
  for (const form of root.querySelectorAll("form[data-keep]")) keep(form, drafts);
  for (const form of root.querySelectorAll("form[data-leave-warning]")) warnBeforeLeaving(form);
}

function keep(form, drafts) {
  const key = form.dataset.keep;
  const asServed = typedIn(form.elements);
  const kept = drafts.read(key);
  if (kept && !echoesErrors(form) && putBack(form.elements, kept)) {
    tellAll(form);
    form.prepend(notice(form, drafts, asServed));
  }
  let timer = 0;
  const save = () => drafts.write(key, typedIn(form.elements));
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", save);
  window.addEventListener("pagehide", () => {
    if (timer) save();
  });
}

/** After a refused submit the server sends back what was typed, which is newer than what was kept. */
const echoesErrors = (form) => form.querySelector("[aria-invalid=true], .error-summary") !== null;

function tellAll(form) {
  for (const control of keepable(form.elements)) control.dispatchEvent(new Event("input", { bubbles: true }));
}

function notice(form, drafts, asServed) {
  const box = document.createElement("div");
  box.className = "kept";
  box.setAttribute("role", "status");
  const line = document.createElement("p");
  line.textContent = words("kept");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "plain-button";
  discard.textContent = words("discard");
  discard.addEventListener("click", () => {
    putBack(form.elements, asServed);
    tellAll(form);
    drafts.forget(form.dataset.keep);
    box.remove();
    keepable(form.elements)[0]?.focus();
  });
  box.append(line, discard);
  return box;
}

function warnBeforeLeaving(form) {
  const asServed = JSON.stringify(typedIn(form.elements));
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && JSON.stringify(typedIn(form.elements)) !== asServed) event.preventDefault();
  });
}
