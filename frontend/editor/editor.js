// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Writing together: <form data-editor data-src data-here data-topic data-words-...> around a <textarea name="text">.
 * What is typed is posted to data-src, what others typed is fetched from there when the live channel says that data-topic
 * changed, or every two seconds without it. Without this script the form saves as any form does.
 */
import { announce } from "../live/words.js";
import { applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates } from "yjs";

import { Binding } from "./binding.js";
import { AWAY, BEHIND, Outbox, REFUSED, STORED } from "./outbox.js";

const THEIRS = "theirs";
const BREATH = 250;
const ASK_EVERY = 2000;
const HERE_EVERY = 15000;
const AWAY_STATUS = new Set([401, 429, 500, 502, 503, 504]);

const packed = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const unpacked = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

class Editor {
  constructor(form) {
    this.form = form;
    this.area = form.elements.text;
    this.token = form.elements.csrfmiddlewaretoken.value;
    this.served = form.elements.was.value;
    this.doc = new Doc();
    this.text = this.doc.getText("text");
    this.number = -1;
    this.epoch = null;
    this.people = new Map();
    this.isOpen = false;
    this.isFetching = false;
    this.isAway = false;
    this.shelf = `draagvlak:${document.body.dataset.person ?? ""}:text:${form.dataset.topic}`;
    this.outbox = new Outbox({
      post: (letter) => this.post(letter),
      together: mergeUpdates,
      whole: () => encodeStateAsUpdate(this.doc),
      told: (news) => this.tell(news),
      newKey: () => crypto.randomUUID?.() ?? keyWithout(),
    });
  }

  async start() {
    const typed = this.area.value;
    this.area.readOnly = true;
    const isThere = await this.fetch();
    this.area.readOnly = false;
    if (!isThere) return this.startLater();
    this.binding = new Binding(this.area, this.text);
    this.doc.on("update", (update, origin) => {
      if (origin !== THEIRS) this.outbox.add(update);
      this.keep();
    });
    this.binding.start();
    this.putBack(typed);
    this.settle();
    this.listen();
    return this.beHere();
  }

  /** The site does not answer yet: the field works as a plain one; what is typed meanwhile is merged in when it does. */
  startLater() {
    this.say("away");
    window.setTimeout(() => this.start(), ASK_EVERY);
  }

  /** What was typed and not stored, here before the page was left or in the field before this script was ready. */
  putBack(typed) {
    const kept = readShelf(this.shelf);
    if (kept && kept.epoch === this.epoch) applyUpdate(this.doc, unpacked(kept.data), "kept");
    else if (kept) return this.saveAsForm(kept.was, kept.text);
    if (typed !== this.served && typed !== this.text.toString()) return this.saveAsForm(this.served, typed);
    return undefined;
  }

  settle() {
    for (const button of this.form.querySelectorAll("[data-editor-buttons]")) button.hidden = true;
    this.form.addEventListener("submit", (event) => {
      if (event.submitter?.name !== "then" && !this.isGoing) event.preventDefault();
    });
    this.say("saved");
  }

  listen() {
    document.addEventListener("draagvlak:news", ({ detail }) => {
      if (detail.topic === this.form.dataset.topic) this.fetchSoon();
    });
    document.addEventListener("draagvlak:line", ({ detail }) => {
      this.isOpen = detail.isOpen;
      if (detail.isOpen) this.return();
      else this.askLater();
    });
    window.addEventListener("online", () => this.return());
    window.addEventListener("pagehide", () => this.leave());
    window.addEventListener("beforeunload", (event) => {
      if (!this.outbox.isEmpty && !this.isGoing) event.preventDefault();
    });
    this.askLater();
    window.setInterval(() => this.beHere(), HERE_EVERY);
  }

  return() {
    this.outbox.wake();
    this.fetchSoon();
  }

  /** Without an open stream, and now and then with one, ask. */
  askLater() {
    window.clearTimeout(this.asking);
    this.asking = window.setTimeout(
      async () => {
        if (!document.hidden || !this.outbox.isEmpty) await this.fetch();
        this.askLater();
      },
      this.isOpen ? 10 * ASK_EVERY : ASK_EVERY,
    );
  }

  fetchSoon() {
    if (this.isFetching) {
      this.isWanted = true;
      return;
    }
    window.clearTimeout(this.fetching);
    this.fetching = window.setTimeout(() => this.fetch(), BREATH);
  }

  async fetch() {
    this.isFetching = true;
    const answer = await ask(`${this.form.dataset.src}?since=${this.number}`);
    this.isFetching = false;
    if (this.isWanted) {
      this.isWanted = false;
      this.fetchSoon();
    }
    if (!answer.ok) {
      this.lineIs(answer.status === 0 || AWAY_STATUS.has(answer.status) ? AWAY : REFUSED, answer);
      return false;
    }
    this.lineIs(STORED);
    const news = answer.body;
    if (this.epoch !== null && news.epoch !== this.epoch) return this.beginAnew();
    this.epoch = news.epoch;
    const take = () => {
      for (const update of news.updates) applyUpdate(this.doc, unpacked(update), THEIRS);
    };
    if (this.binding) this.binding.whenCalm(take);
    else take();
    this.number = news.number;
    if (this.outbox.isEmpty) this.served = this.text.toString();
    this.show(news.people);
    if (!news.mayWrite) this.close();
    return true;
  }

  async post({ key, data }) {
    const body = JSON.stringify({ key, epoch: this.epoch, data: packed(data), client: this.doc.clientID, clock: this.clock() });
    const answer = await ask(this.form.dataset.src, { method: "POST", body, headers: { "X-CSRFToken": this.token, "Content-Type": "application/json" } });
    if (answer.ok) return { how: STORED };
    if (answer.status === 409) {
      if (answer.body?.epoch === this.epoch) return { how: BEHIND };
      this.beginAnew();
      return { how: AWAY };
    }
    if (answer.status === 0 || AWAY_STATUS.has(answer.status)) return { how: AWAY, detail: answer.body?.detail };
    return { how: REFUSED, status: answer.status, detail: answer.body?.detail ?? "" };
  }

  clock() {
    const own = this.doc.store.clients.get(this.doc.clientID);
    const last = own?.at(-1);
    return last ? last.id.clock + last.length : 0;
  }

  /** The text was laid out anew on the site: what is not stored goes along by the form, which merges. */
  beginAnew() {
    if (this.outbox.isEmpty) this.go(() => window.location.reload());
    else this.saveAsForm(this.served, this.area.value);
    return true;
  }

  saveAsForm(was, text) {
    this.form.elements.was.value = was;
    this.area.value = text;
    this.go(() => this.form.submit());
  }

  go(act) {
    if (this.isGoing) return;
    this.isGoing = true;
    window.sessionStorage.removeItem(this.shelf);
    act();
  }

  /** Keep what is not stored in this tab. */
  keep() {
    const unsent = this.outbox.unsent;
    try {
      if (unsent === null) window.sessionStorage.removeItem(this.shelf);
      else window.sessionStorage.setItem(this.shelf, JSON.stringify({ epoch: this.epoch, data: packed(unsent), was: this.served, text: this.text.toString() }));
    } catch {
      /* the storage is full or closed: the field itself still holds the words */
    }
  }

  tell(news) {
    if (news.how === "saving") return this.isAway || this.say("saving");
    if (news.how === STORED) {
      this.served = this.text.toString();
      this.keep();
      this.lineIs(STORED);
      this.refused(false);
      return this.say("saved");
    }
    return this.lineIs(news.how, news);
  }

  lineIs(how, { status, detail, body } = {}) {
    if (how === AWAY && !this.isAway) {
      this.isAway = true;
      this.say("away", status === 401 ? (body?.detail ?? detail) : undefined);
      announce(this.words("away"));
    } else if (how === STORED && this.isAway) {
      this.isAway = false;
      this.say(this.outbox.isEmpty ? "saved" : "saving");
      announce(this.words("back"));
    } else if (how === REFUSED) {
      const why = detail ?? body?.detail ?? "";
      this.say("closed", `${this.words("closed")} ${why}`);
      announce(`${this.words("closed")} ${why}`);
      if (status === 403) this.close();
    }
  }

  /** One may not write here any more: the words stay, and can be made a proposal. */
  close() {
    if (this.area.readOnly) return;
    this.area.readOnly = true;
    if (!this.outbox.isEmpty) this.refused(true);
    else this.go(() => window.location.reload());
  }

  refused(isSo) {
    for (const part of this.form.querySelectorAll("[data-editor-refused]")) part.hidden = !isSo;
    if (isSo) this.form.elements.was.value = this.served;
  }

  say(name, words = this.words(name)) {
    const state = this.form.querySelector("[data-editor-state]");
    state.hidden = false;
    state.dataset.editorState = name;
    if (state.textContent !== words) state.textContent = words;
  }

  words(name) {
    return this.form.getAttribute(`data-words-${name}`) ?? "";
  }

  async beHere() {
    const answer = await ask(this.form.dataset.here, { method: "POST", headers: { "X-CSRFToken": this.token } });
    if (answer.ok) this.show(answer.body.people);
  }

  leave() {
    const told = new FormData();
    told.set("csrfmiddlewaretoken", this.token);
    told.set("leave", "1");
    navigator.sendBeacon?.(this.form.dataset.here, told);
  }

  /** Who else is here; who comes and who leaves is said. */
  show(people) {
    const now = new Map(people.map((one) => [`${one.name}, ${one.as}`, one]));
    for (const name of now.keys()) if (this.people && this.isIntroduced && !this.people.has(name)) announce(`${name} ${this.words("came")}`);
    for (const name of this.people.keys()) if (!now.has(name)) announce(`${name} ${this.words("left")}`);
    this.people = now;
    this.isIntroduced = true;
    for (const list of document.querySelectorAll("[data-editor-people]")) {
      list.replaceChildren(
        ...[...now.keys()].map((name) => {
          const line = document.createElement("li");
          line.textContent = name;
          return line;
        }),
      );
    }
  }
}

/** Ask the site; a line that is gone is status 0. */
async function ask(address, how = {}) {
  try {
    const answer = await fetch(address, { credentials: "same-origin", ...how });
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    if (answer.redirected || (answer.ok && !isJson)) return { ok: false, status: 401, body: null };
    return { ok: answer.ok, status: answer.status, body: isJson ? await answer.json() : null };
  } catch {
    return { ok: false, status: 0, body: null };
  }
}

function readShelf(name) {
  try {
    return JSON.parse(window.sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** A key where the browser makes none: on a laptop without https it does not. */
function keyWithout() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const form = document.querySelector("form[data-editor]");
if (form) new Editor(form).start();
