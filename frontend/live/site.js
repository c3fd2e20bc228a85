// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** What every page gets on top of plain HTML; each part does nothing where its data attribute is absent. */
import { startBusy } from "./busy.js";
import { startCarrying } from "./carry.js";
import { startCopying } from "./copy.js";
import { startKeeping } from "./keep.js";
import { startLevels } from "./levels.js";
import { startLive } from "./live.js";
import { startPairs } from "./pair.js";
import { startQuoting } from "./quote.js";

function start() {
  startPairs(document);
  startCopying(document);
  startLevels(document);
  startQuoting(document);
  startCarrying(document);
  startKeeping(document, window.sessionStorage);
  startBusy(document);
  startLive(document);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

document.addEventListener("htmx:afterSwap", (event) => {
  startPairs(event.target);
  startCopying(event.target);
});
