// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Trying things out: <div data-trial="ADDRESS"> around a form and the picture of what it does.
 * The server computes, draws and words; here the hand is followed, and answers are put in their place.
 * Without scripts the form and its buttons do the same.
 */
import { parsed } from "../live/pair.js";
import { Drafts } from "../live/drafts.js";
import { announce, words } from "../live/words.js";
import { Asker } from "./asking.js";
import { draw, partsOf, write } from "./picture.js";
import { Steps } from "./steps.js";

const MOVING = 4000;

class Trial {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector("form");
    this.parts = partsOf(root);
    this.fields = [...this.form.elements].filter((field) => field.name && field.type !== "hidden" && field.type !== "submit");
    this.steps = new Steps(this.typed());
    this.asker = new Asker((...question) => this.ask(...question), {
      draw: (answer, how) => this.draw(answer, how),
      status: (answer) => this.say(answer.status, answer.band),
      wait: () => this.say(this.words("updating"), "asked"),
      late: () => this.late(),
      fail: (trouble) => this.say(trouble.busy ?? (trouble.isGone ? words("signed-out") : this.words("offline")), "away"),
      rest: () => this.rest(),
    });
  }

  start() {
    for (const one of this.root.querySelectorAll("[data-without-scripts]")) one.hidden = true;
    for (const one of this.root.querySelectorAll("[data-undo], [data-redo]")) one.hidden = false;
    for (const one of this.root.querySelectorAll("[data-copy-link]")) one.hidden = !navigator.clipboard;
    this.form.addEventListener("input", () => this.moved());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.click("[data-undo]", () => this.go(this.steps.undo()));
    this.click("[data-redo]", () => this.go(this.steps.redo()));
    this.click("[data-copy-link]", () => this.copyLink());
    this.click("[data-take-over]", (event) => this.takeOver(event.currentTarget));
    this.tellSliders();
    this.tellSteps();
    this.asker.open(this.question(), this.parts.status?.dataset.band);
  }

  click(selector, act) {
    this.root.querySelector(selector)?.addEventListener("click", act);
  }

  words(name) {
    return this.root.getAttribute(`data-words-${name}`) ?? "";
  }

  typed() {
    return this.fields.map((field) => field.value);
  }

  /** Everything in the form and what is held, as an address. */
  question() {
    return new URLSearchParams(new FormData(this.form)).toString();
  }

  moved() {
    this.root.dataset.moving = "";
    window.clearTimeout(this.movingTimer);
    this.movingTimer = window.setTimeout(() => delete this.root.dataset.moving, MOVING);
    this.tellSliders();
    this.asker.want(this.question());
  }

  /** A button, or Enter in a field: the form would do the same with a new page. */
  submitted(event) {
    event.preventDefault();
    const button = event.submitter?.name;
    if (button === "set") return this.setLevel(event.submitter);
    if (button === "restart") return this.go(this.fields.map((field) => field.closest("[data-start]")?.dataset.start ?? field.value));
    if (button === "hold") this.hold([["held", "1"], ...this.fields.map((field) => [`held-${field.name}`, field.value])]);
    if (button === "release") this.hold([]);
    this.asker.want(this.question());
  }

  setLevel(button) {
    const field = this.form.elements[button.value.split(":")[0]];
    field.value = button.dataset.set.replace("−", "-");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  async ask(question, { rest, poll }, signal) {
    const told = new URLSearchParams(question);
    if (rest) told.set("rest", "1");
    if (poll) told.set("poll", "1");
    if (this.root.dataset.page) told.set("page", this.root.dataset.page);
    const answer = await fetch(`${this.root.dataset.trial}?${told}`, { signal, credentials: "same-origin", headers: { Accept: "application/json" } });
    if (answer.ok || answer.status === 400) return answer.json();
    if (answer.status === 503) throw await answer.json();
    throw { isGone: answer.status < 500 };
  }

  draw(answer, { isNewest, rest }) {
    this.mark(answer.errors ?? {});
    if (answer.errors) {
      if (isNewest) announce(Object.values(answer.errors).flat().join(" "));
      return this.say(this.words("wrong"), "wrong");
    }
    if (!this.parts.finding) return window.location.assign(answer.link); // opened with something wrong: no picture yet
    if (!draw(this.parts, answer)) return this.say(this.words("reload"), "away");
    this.say(answer.status, answer.band);
    if (isNewest) this.keep(answer);
    if (rest && answer.band === "there") announce(answer.finding);
    else if (rest && answer.band !== "asked") announce(`${answer.finding}. ${answer.status}`);
  }

  /** No margin came: the point stands, and whoever listens hears both. */
  late() {
    this.say(this.words("late"), "away");
    announce(`${this.parts.finding?.textContent}. ${this.words("late")}`);
  }

  /** What stands in the address, in the links and in the hidden fields. */
  keep(answer) {
    this.hold(answer.heldFields);
    window.history.replaceState(null, "", answer.link);
    for (const link of this.root.querySelectorAll("[data-link]")) link.href = linkWith(answer.link, link.dataset);
    const over = this.root.querySelector("[data-take-over]");
    if (over && answer.takeOver) over.href = answer.takeOver;
    for (const next of document.querySelectorAll("form[action*=i18n] [name=next]")) next.value = window.location.pathname + answer.link;
  }

  hold(fields) {
    const place = this.form.querySelector("[data-held-fields]");
    place.replaceChildren(
      ...fields.map(([name, value]) => Object.assign(document.createElement("input"), { type: "hidden", name, value })),
    );
    const release = this.root.querySelector("[data-release]");
    if (fields.length === 0 && release.contains(document.activeElement)) this.root.querySelector("[data-hold]").focus();
    release.hidden = fields.length === 0;
  }

  say(sentence, state) {
    if (!this.parts.status) return;
    write(this.parts.status, sentence);
    this.parts.status.dataset.band = state;
  }

  /** Write beside each field what is wrong with it; what was typed stays. */
  mark(errors) {
    for (const field of this.fields) {
      const found = errors[field.id];
      const box = field.closest("[data-control]");
      box?.classList.toggle("utrecht-form-field--invalid", Boolean(found));
      const described = `${field.id}_helptext`;
      field.setAttribute("aria-describedby", found ? `${described} ${field.id}_error` : described);
      if (found) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      box?.querySelector(".utrecht-form-field-error-message")?.remove();
      if (found && box) box.querySelector(".paired").before(errorList(field, found));
    }
  }

  /** The hand rests: one step more to go back to. */
  rest() {
    this.steps.take(this.typed());
    this.tellSteps();
  }

  go(step) {
    this.fields.forEach((field, place) => {
      if (field.value === step[place]) return;
      field.value = step[place];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    this.tellSteps();
  }

  /** A button that can do nothing says so, and keeps the focus. */
  tellSteps() {
    this.root.querySelector("[data-undo]").setAttribute("aria-disabled", String(!this.steps.canUndo));
    this.root.querySelector("[data-redo]").setAttribute("aria-disabled", String(!this.steps.canRedo));
  }

  /** A slider says its number with its unit, and the worded level when it is one. */
  tellSliders() {
    for (const slider of this.form.querySelectorAll("[data-pair]")) {
      const field = document.getElementById(slider.dataset.pair);
      const box = slider.closest("[data-control]");
      const unit = box.querySelector("[data-unit]")?.textContent ?? "";
      const value = parsed(field.value);
      const level = [...box.querySelectorAll("[data-set]")].find((one) => parsed(one.dataset.set) === value);
      for (const one of box.querySelectorAll("[data-set]")) one.setAttribute("aria-pressed", String(one === level));
      slider.setAttribute("aria-valuetext", [field.value, unit, level ? `(${level.textContent})` : ""].filter(Boolean).join(" "));
    }
  }

  async copyLink() {
    await navigator.clipboard.writeText(window.location.href);
    announce(this.words("copied"));
    this.say(this.words("copied"), this.parts.status.dataset.band);
  }

  /** A proposal that was being written in this tab takes the levers over too; its text stays as it was typed. */
  takeOver(link) {
    const drafts = new Drafts(window.sessionStorage, document.body.dataset.person ?? "");
    const kept = drafts.read(link.dataset.keepKey);
    if (!kept) return;
    const now = new Map(this.fields.map((field) => [field.name, field.value]));
    now.delete("budget_bn");
    drafts.write(link.dataset.keepKey, kept.map(([name, value]) => [name, now.get(name) ?? value]));
  }
}

function linkWith(link, { add, drop }) {
  const told = new URLSearchParams(link.slice(1));
  if (add) told.set(add, "1");
  if (drop) told.delete(drop);
  return `?${told}`;
}

function errorList(field, found) {
  const list = document.createElement("ul");
  list.className = "utrecht-form-field-error-message";
  list.id = `${field.id}_error`;
  list.append(...found.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  return list;
}

function start() {
  for (const root of document.querySelectorAll("[data-trial]")) new Trial(root).start();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
