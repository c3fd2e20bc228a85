// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** A level in words beside a number: <select data-level-of="ID" data-scale="100"> sets the number, and a number typed shows its level. */
import { parsed } from "./pair.js";

export function startLevels(root) {
  for (const select of root.querySelectorAll("select[data-level-of]:not([data-levels])")) {
    select.dataset.levels = "";
    const number = document.getElementById(select.dataset.levelOf);
    if (number) tie(select, number, Number(select.dataset.scale) || 1, Number(select.dataset.decimals) || 0);
  }
}

function tie(select, number, scale, decimals) {
  const shown = (value) => (Number(value) * scale).toLocaleString(document.documentElement.lang || "nl", { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: false }).replace("-", "−");
  select.addEventListener("change", () => {
    if (select.value === "") return;
    number.value = shown(select.value);
    number.dispatchEvent(new Event("input", { bubbles: true }));
  });
  number.addEventListener("input", () => {
    const typed = parsed(number.value);
    const level = [...select.options].find((option) => option.value !== "" && parsed(shown(option.value)) === typed);
    select.value = level?.value ?? "";
  });
}
