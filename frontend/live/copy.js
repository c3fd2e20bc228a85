// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * "Equal in all scenarios": <button type="button" data-copy-group="NAME" hidden> inside one of several elements with
 * data-copy-set="NAME" copies that set's answers to the other sets, and offers to undo it.
 * Controls of two sets belong together by data-copy-name, else by the last part of their name: "b-stance" and "c-stance".
 */
import { announce, words } from "./words.js";

export function startCopying(root) {
  for (const button of root.querySelectorAll("[data-copy-group]:not([data-copies])")) {
    button.dataset.copies = "";
    button.hidden = false;
    button.addEventListener("click", () => copyFrom(button));
  }
}

function copyFrom(button) {
  const sets = [...document.querySelectorAll(`[data-copy-set="${button.dataset.copyGroup}"]`)];
  const source = button.closest("[data-copy-set]") ?? sets[0];
  const others = sets.filter((set) => set !== source);
  const before = others.map((set) => answersOf(controlsIn(set)));
  const answers = answersOf(controlsIn(source));
  for (const set of others) giveAnswers(controlsIn(set), answers);
  announce(button.dataset.copyDone ?? "");
  offerUndo(button, () => others.forEach((set, place) => giveAnswers(controlsIn(set), before[place])));
}

function offerUndo(button, undo) {
  if (button.nextElementSibling?.matches("[data-copy-undo]")) button.nextElementSibling.remove();
  const back = document.createElement("button");
  back.type = "button";
  back.className = "nl-button nl-button--subtle";
  back.dataset.copyUndo = "";
  back.textContent = words("undo");
  back.addEventListener("click", () => {
    undo();
    button.focus();
    back.remove();
  });
  button.after(back);
}

const controlsIn = (set) => [...set.querySelectorAll("input, select, textarea")].filter((control) => control.name && control.type !== "hidden");
const tickable = (control) => control.type === "radio" || control.type === "checkbox";

/** The name that a control shares with its fellows in the other sets. */
export function sharedName(control) {
  return control.dataset?.copyName ?? control.name.split(/[-:]/).pop();
}

/** What is filled in, by shared name; a radio or box keeps the list of its ticked values. */
export function answersOf(controls) {
  const answers = new Map();
  for (const control of controls) {
    const name = sharedName(control);
    if (!tickable(control)) answers.set(name, control.value);
    else answers.set(name, [...(answers.get(name) ?? []), ...(control.checked ? [control.value] : [])]);
  }
  return answers;
}

/** Fill in those answers; controls that the answers do not know stay as they are. */
export function giveAnswers(controls, answers) {
  for (const control of controls) {
    const answer = answers.get(sharedName(control));
    if (answer === undefined) continue;
    if (tickable(control)) control.checked = answer.includes(control.value);
    else control.value = answer;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}
