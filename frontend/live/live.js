// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * Pages that stay true: the server says "topic so-and-so changed", the page fetches the pieces that show it.
 *
 *   <body data-live-url="/live/...">                       where the events come from (any element may carry it)
 *   <div data-live-topic="poll:…" data-live-src="/…/">     a piece: its new inner HTML is what data-live-src answers
 *   data-live-announce="Support: 9 of 11"                  on the piece, or better on an element inside the new HTML:
 *                                                          what a screen reader is told after the swap
 *   data-live-tag='"4f2a…"'                                on the piece: the ETag of what it shows already, so that it is not sent twice
 *   data-live-version="7"                                  on the piece: what it shows already, so that it is not fetched twice
 *                                                          (on connecting, the stream first tells every topic's version)
 * Other scripts hear of it too: document gets "draagvlak:news" {topic, version} and "draagvlak:line" {isOpen}.
 * Without an event stream the page asks every five seconds, slower while the line is gone. Focus, typed text, open
 * folds and scroll positions stay where they are: a piece in which somebody is typing waits until they leave it.
 */
import { announce, words } from "./words.js";
import { newsIn, Versions, wait } from "./pace.js";

/** While the stream is refused the page asks; every so many times it tries the stream again. */
const STREAM_EVERY = 3;

export function startLive(root) {
  const source = root.querySelector("[data-live-url]");
  if (source && pieces().length) new Line(source.dataset.liveUrl).open();
}

const pieces = (topic) =>
  [...document.querySelectorAll("[data-live-src]")].filter((piece) => topic === undefined || piece.dataset.liveTopic === topic);

class Line {
  constructor(url) {
    this.url = url;
    this.versions = new Versions();
    this.failures = 0;
    this.asked = 0;
    this.timer = 0;
    this.wasOpen = false;
    for (const piece of pieces()) this.versions.start(piece.dataset.liveTopic, Number(piece.dataset.liveVersion) || 0);
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && this.timer) this.ask();
    });
    window.addEventListener("online", () => this.ask());
  }

  open() {
    if (!("EventSource" in window)) return this.pollLater();
    this.events = new EventSource(this.url);
    this.events.addEventListener("open", () => this.opened());
    this.events.addEventListener("error", () => this.lost());
    this.events.addEventListener("changed", (event) => {
      const news = newsIn(event.data);
      if (!news || !this.versions.isNews(news)) return;
      tellScripts("news", news);
      pieces(news.topic).forEach((piece) => this.refresh(piece));
    });
  }

  opened() {
    this.stopPolling();
    this.failures = 0;
    tellScripts("line", { isOpen: true });
    const isBack = this.wasOpen || this.isLost;
    this.wasOpen = true;
    if (isBack) this.refreshAll();
  }

  lost() {
    tellScripts("line", { isOpen: false });
    if (!this.timer) this.pollLater();
  }

  stopPolling() {
    window.clearTimeout(this.timer);
    this.timer = 0;
  }

  pollLater() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.ask(), wait(this.failures));
  }

  async ask() {
    this.stopPolling();
    const isHere = document.hidden || (await this.refreshAll());
    this.failures = isHere ? 0 : this.failures + 1;
    this.asked += 1;
    if (isHere && this.events?.readyState === EventSource.CLOSED && this.asked % STREAM_EVERY === 0) this.open();
    if (this.events?.readyState !== EventSource.OPEN) this.pollLater();
  }

  async refreshAll() {
    const answers = await Promise.all(pieces().map((piece) => this.refresh(piece)));
    return answers.every(Boolean);
  }

  /** True when the server answered, changed or not. */
  async refresh(piece) {
    if (piece.liveBusy) {
      piece.liveAgain = true;
      return true;
    }
    piece.liveBusy = true;
    let isHere = true;
    try {
      const answer = await fetch(piece.dataset.liveSrc, {
        headers: piece.dataset.liveTag ? { "If-None-Match": piece.dataset.liveTag } : {},
        credentials: "same-origin",
      });
      isHere = await this.take(piece, answer);
    } catch {
      isHere = false;
    }
    piece.liveBusy = false;
    this.say(isHere);
    if (isHere && piece.liveAgain) {
      piece.liveAgain = false;
      return this.refresh(piece);
    }
    return isHere;
  }

  async take(piece, answer) {
    if (answer.redirected || answer.status === 401 || answer.status === 403) {
      this.end();
      return true;
    }
    if (answer.status === 304) return true;
    if (!answer.ok) return false;
    piece.dataset.liveTag = answer.headers.get("ETag") ?? "";
    whenLeft(piece, swap, await answer.text());
    return true;
  }

  say(isHere) {
    if (isHere && this.isLost) {
      hideLine();
      announce(words("back"));
    }
    if (!isHere && !this.isLost) showLine(words("lost"));
    this.isLost = !isHere;
  }

  /** Signed out, or no longer allowed: say so and stop asking. */
  end() {
    this.events?.close();
    this.pollLater = () => {};
    this.stopPolling();
    showLine(words("signed-out"));
  }
}

const tellScripts = (name, detail) => document.dispatchEvent(new CustomEvent(`draagvlak:${name}`, { detail }));

const isTyping = (piece) => piece.contains(document.activeElement) && document.activeElement.matches("input:not(.switch *), textarea, select");

/** Somebody typing in the piece is not disturbed: the newest HTML waits until they leave it. */
function whenLeft(piece, act, html) {
  const isFirst = piece.liveWaiting === undefined;
  piece.liveWaiting = html;
  const go = () => {
    if (isTyping(piece)) return piece.addEventListener("focusout", () => window.setTimeout(go), { once: true });
    const newest = piece.liveWaiting;
    piece.liveWaiting = undefined;
    return act(piece, newest);
  };
  if (isFirst) go();
}

/** Put the new HTML in place; focus, open folds and sideways scroll stay. */
export function swap(piece, html) {
  const active = piece.contains(document.activeElement) ? document.activeElement : null;
  const back = active && wayTo(active, piece);
  const open = [...piece.querySelectorAll("details")].map((fold) => fold.open);
  const scrolled = [...piece.querySelectorAll(".scroll, .frame")].map((box) => box.scrollLeft);
  const chosen = [...piece.querySelectorAll(".switch input")].findIndex((radio) => radio.checked);
  piece.innerHTML = html;
  [...piece.querySelectorAll("details")].forEach((fold, place) => (fold.open = open[place] ?? fold.open));
  [...piece.querySelectorAll(".scroll, .frame")].forEach((box, place) => (box.scrollLeft = scrolled[place] ?? 0));
  const radios = piece.querySelectorAll(".switch input");
  if (radios[chosen]) radios[chosen].checked = true;
  if (back) piece.querySelector(back)?.focus({ preventScroll: true });
  window.htmx?.process(piece);
  announce((piece.querySelector("[data-live-announce]") ?? piece).dataset.liveAnnounce);
}

/** A selector for the same element in the new HTML: by id, by name and value, by address, else by its place. */
function wayTo(element, piece) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name) return `[name="${CSS.escape(element.name)}"]${element.value ? `[value="${CSS.escape(element.value)}"]` : ""}`;
  if (element.hasAttribute("href")) return `[href="${CSS.escape(element.getAttribute("href"))}"]`;
  const steps = [];
  for (let node = element; node !== piece; node = node.parentElement) {
    steps.unshift(`${node.localName}:nth-child(${[...node.parentElement.children].indexOf(node) + 1})`);
  }
  return `:scope > ${steps.join(" > ")}`;
}

let line = null;

function showLine(sentence) {
  if (!line) {
    line = document.createElement("p");
    line.className = "line-lost";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = sentence;
  line.hidden = false;
}

function hideLine() {
  if (line) line.hidden = true;
}
