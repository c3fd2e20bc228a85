// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** htmx as the pages use it: no eval, no styles of its own; its settings stand in the meta tag "htmx-config". */
import htmx from "htmx.org";

window.htmx = htmx;
