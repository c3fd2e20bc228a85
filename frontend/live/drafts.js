// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** What was typed in a form, as plain data: read it, put it back, store it. No page here, so that it can be tested alone. */

const NEVER = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

/** The controls worth keeping: named, typed by a person, not secret. */
export function keepable(controls) {
  return [...controls].filter((control) => control.name && !NEVER.has(control.type) && !control.disabled && control.dataset?.keep !== "no");
}

/** [name, value or ticked?] in the order of the page; a name may occur more than once. */
export function typedIn(controls) {
  return keepable(controls).map((control) => [control.name, ticks(control) ? `${control.value}=${control.checked}` : valueOf(control)]);
}

/** Put it back where the page says something else; true when anything changed. */
export function putBack(controls, typed) {
  const left = typed.map((entry) => [...entry]);
  let changed = false;
  for (const control of keepable(controls)) {
    const found = left.findIndex(([name, value]) => name === control.name && (!ticks(control) || value.startsWith(`${control.value}=`)));
    if (found < 0) continue;
    const [[, value]] = left.splice(found, 1);
    changed = put(control, value) || changed;
  }
  return changed;
}

function put(control, value) {
  if (ticks(control)) {
    const ticked = value === `${control.value}=true`;
    if (control.checked === ticked) return false;
    control.checked = ticked;
  } else {
    if (valueOf(control) === value) return false;
    if (control.multiple) for (const option of control.options) option.selected = value.split("\n").includes(option.value);
    else control.value = value;
  }
  return true;
}

const ticks = (control) => control.type === "radio" || control.type === "checkbox";
const valueOf = (control) => (control.multiple ? [...control.selectedOptions].map((option) => option.value).join("\n") : control.value);

/** Drafts of one person in one browser tab; a full or forbidden storage loses the draft, never the page. */
export class Drafts {
  constructor(storage, person) {
    this.storage = storage;
    this.prefix = `draagvlak:${person}:`;
  }

  read(key) {
    try {
      return JSON.parse(this.storage.getItem(this.prefix + key) ?? "null");
    } catch {
      return null;
    }
  }

  write(key, typed) {
    try {
      this.storage.setItem(this.prefix + key, JSON.stringify(typed));
    } catch {
      /* the storage is full or closed: the form itself still holds what was typed */
    }
  }

  forget(key) {
    this.storage.removeItem(this.prefix + key);
  }

  forgetAll() {
    for (const name of Object.keys(this.storage)) if (name.startsWith("draagvlak:")) this.storage.removeItem(name);
  }
}
