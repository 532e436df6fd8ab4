// Builds the page into the Python package. The built files are committed, so that a clone without Node works; the stamp
// written beside them says which sources they were made from, and a test compares it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { defineConfig, type Plugin } from "vite";

const here = import.meta.dirname;
const out = join(here, "../src/deskhand/server/page");
const SOURCES = [".npmrc", "index.html", "package-lock.json", "package.json", "tsconfig.json", "vite.config.ts"];

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(here, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

/** One hash over names and contents, in the order of the names; tests/page/test_built.py works it out the same way. */
function sourcesHash(): string {
  const names = [...SOURCES, ...filesIn(join(here, "src")), ...filesIn(join(here, "public"))];
  const hash = createHash("sha256");
  for (const name of names.sort()) {
    const body = readFileSync(join(here, name));
    hash.update(`${name}\n${body.length}\n`).update(body);
  }
  return hash.digest("hex");
}

/** The licences of what is inside the bundle: the file goes wherever the bundle goes. */
function notice(packages: Iterable<string>): string {
  const parts = ["The page of deskhand holds these programs of others, unmodified, under their own licences.\n"];
  for (const name of [...packages].sort()) {
    const folder = join(here, "node_modules", name);
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      version: string;
      license: string;
    };
    parts.push(
      `${"=".repeat(100)}\n${name} ${about.version} (${about.license}), as published under that name and version\n`,
    );
    const texts = ["LICENSE", "LICENSE.txt", "LICENSE.md", "docs/LICENSE.MPL-2.0", "vendor/pako/LICENSE"];
    for (const text of texts.filter((file) => existsSync(join(folder, file)))) {
      parts.push(`--- ${text}\n\n${readFileSync(join(folder, text), "utf8").trim()}\n`);
    }
  }
  return parts.join("\n");
}

function belongings(): Plugin {
  const packages = new Set<string>();
  return {
    name: "deskhand-belongings",
    moduleParsed({ id }) {
      const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.split(sep).join("/"));
      if (found?.[1]) packages.add(found[1]);
    },
    closeBundle() {
      writeFileSync(join(out, "NOTICE.txt"), notice(packages));
      writeFileSync(join(out, "stamp.json"), `${JSON.stringify({ sources: sourcesHash() })}\n`);
    },
  };
}

export default defineConfig({
  base: "/",
  plugins: [belongings()],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: "es2022", // noVNC finds out at its top level what the browser can do
    assetsInlineLimit: 0, // the server's policy allows no data: but for pictures
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
});
