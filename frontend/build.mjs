// SPDX-FileCopyrightText: 2026 The Draagvlak contributors
// SPDX-License-Identifier: EUPL-1.2
/** Bundle the theme and the scripts into dist/, which Django serves; print what each file weighs. */
import { build } from "esbuild";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

await build({
  absWorkingDir: here,
  entryPoints: { theme: "theme/index.css", site: "live/site.js", editor: "editor/editor.js", trial: "trial/trial.js", htmx: "live/htmx.js" },
  outdir: dist,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome111", "firefox113", "safari16.4"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  legalComments: "none",
});
await copyFile(join(here, "theme/favicon.svg"), join(dist, "favicon.svg"));
await writeFile(join(dist, "third-party.txt"), await thirdParty());

/** Whose work this is, with the licence texts that must travel with it. */
async function thirdParty() {
  const licences = [
    "@fontsource-variable/source-sans-3/LICENSE",
    "@fontsource-variable/source-serif-4/LICENSE",
    "@utrecht/table-css/LICENSE.md",
    "htmx.org/LICENSE",
    "isomorphic.js/LICENSE",
    "lib0/LICENSE",
    "yjs/LICENSE",
  ];
  const texts = [join(here, "THIRD-PARTY.txt"), ...licences.map((name) => join(here, "node_modules", name))];
  return (await Promise.all(texts.map((name) => readFile(name, "utf8")))).join("\n\n----------\n\n");
}

for (const name of (await readdir(dist)).sort()) {
  const bytes = await readFile(join(dist, name));
  const packed = name.endsWith(".woff2") ? bytes.length : gzipSync(bytes, { level: 9 }).length;
  const kilobytes = (count) => `${(count / 1000).toFixed(1)} kB`.padStart(9);
  console.log(`${name.padEnd(46)}${kilobytes(bytes.length)}${kilobytes(packed)} over the line`);
}
