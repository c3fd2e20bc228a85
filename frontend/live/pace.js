// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** How long to wait, and what is news: the arithmetic of the live pages, without a page. */

export const CALM = 5000;
export const SLOWEST = 60000;

/** Milliseconds until the next try, after so many failures in a row; a little apart, so that a room full of pages does not return at once. */
export function wait(failures, random = Math.random) {
  const doubled = Math.min(CALM * 2 ** failures, SLOWEST);
  return Math.round(doubled * (0.9 + 0.2 * random()));
}

/** The topic and version of an event's data; null when it is not ours. */
export function newsIn(data) {
  try {
    const { topic, version } = JSON.parse(data);
    return typeof topic === "string" ? { topic, version: Number(version) || 0 } : null;
  } catch {
    return null;
  }
}

/**
 * Versions seen per topic. Another number than the last is news: a later one, or a lower one after the counter began anew.
 * Nought is a topic that never changed.
 */
export class Versions {
  constructor() {
    this.seen = new Map();
  }

  /** What the page showed when it was served. */
  start(topic, version) {
    if (topic && version) this.seen.set(topic, version);
  }

  isNews({ topic, version }) {
    if (version === (this.seen.get(topic) ?? 0)) return false;
    this.seen.set(topic, version);
    return true;
  }
}
