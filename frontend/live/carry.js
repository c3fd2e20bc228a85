// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/**
 * A link that takes some of what is typed along: <a href="..." data-carry="lever_ start_year"> inside a form adds the
 * fields of those names, or whose names begin so when it ends in an underscore, to its address when it is followed.
 */
export function startCarrying(root) {
  for (const link of root.querySelectorAll("a[data-carry]")) {
    link.addEventListener("click", () => {
      link.href = carried(link.href, link.closest("form").elements, link.dataset.carry.split(" "));
    });
  }
}

/** The address with the fields added; those that were there already are replaced. */
export function carried(address, controls, names) {
  const url = new URL(address);
  const isMeant = (name) => names.some((one) => (one.endsWith("_") ? name.startsWith(one) : name === one));
  for (const { name, value } of controls) if (name && isMeant(name)) url.searchParams.set(name, value);
  return url.toString();
}
