// Builds the bundles that Python serves: every `src/<name>.entry.js` becomes
// `layers/bundles/<name>.bundle.js`, every `styles/<name>.entry.css` the bundle.css of its name.
//
//   node build.js           writes them
//   node build.js --check   builds again, compares byte for byte, exits 1 naming what is stale
//
// The first line of a bundle holds a hash of all sources, so that tests can tell a stale bundle
// without esbuild (tests/view/test_web.py computes the same hash).
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const WEB = dirname(fileURLToPath(import.meta.url));
const BUNDLES = join(WEB, "..", "layers", "bundles");
const SOURCES = ["src", "styles"];
const ENTRY = /\.entry\.(js|css)$/;
const BUNDLE = /\.bundle\.(js|css)$/;

/** @returns {string[]} every source file, as a sorted POSIX path relative to web/ */
function sourceFiles() {
  return SOURCES.flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.name.endsWith(".test.js"))
      .map((file) => join(file.parentPath, file.name).slice(WEB.length + 1)),
  )
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/**
 * @param {string[]} files from sourceFiles()
 * @returns {string} SHA-256 over each path and its text, line ends as LF, each ended by a NUL
 */
function hashOf(files) {
  const hash = createHash("sha256");
  for (const path of files) {
    const text = readFileSync(join(WEB, path), "latin1").replaceAll("\r\n", "\n");
    hash.update(`${path}\0`).update(text, "latin1").update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} entry path relative to web/
 * @param {string} firstLine
 * @returns {Promise<Uint8Array>} the bundle's bytes
 */
async function bundle(entry, firstLine) {
  const { outputFiles = [] } = await build({
    absWorkingDir: WEB,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2017", "chrome69"],
    charset: "utf8",
    legalComments: "none",
    // In a script a style sheet is a string; a style sheet's pictures travel inside it.
    loader: entry.endsWith(".js")
      ? { ".css": "text", ".txt": "text", ".svg": "text" }
      : { ".svg": "dataurl", ".png": "dataurl" },
    banner: { js: firstLine, css: firstLine },
    logLevel: "warning",
    outdir: BUNDLES,
    write: false,
  });
  return outputFiles[0].contents;
}

/** @param {string} name @returns {Buffer | null} the committed bundle, null where there is none */
function committed(name) {
  try {
    return readFileSync(join(BUNDLES, name));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}

const check = process.argv.includes("--check");
const files = sourceFiles();
const firstLine = `/* sources sha256:${hashOf(files)} */`;
mkdirSync(BUNDLES, { recursive: true });
const left = new Set(readdirSync(BUNDLES).filter((name) => BUNDLE.test(name)));
const stale = [];

for (const entry of files.filter((path) => ENTRY.test(path))) {
  const name = basename(entry).replace(ENTRY, ".bundle.$1");
  const made = await bundle(entry, firstLine);
  left.delete(name);
  if (committed(name)?.equals(made)) continue;
  stale.push(name);
  if (check) continue;
  const temporary = join(BUNDLES, `${name}.tmp`);
  writeFileSync(temporary, made);
  renameSync(temporary, join(BUNDLES, name));
}
for (const name of left) {
  stale.push(name);
  if (!check) rmSync(join(BUNDLES, name));
}

if (check && stale.length) {
  console.error(`layers/bundles: 与 web/ 的源文件不符 (stale): ${stale.join(", ")}`);
  console.error("请运行 (run): cd web && npm run build");
  process.exit(1);
}
console.log(
  stale.length ? `layers/bundles: ${stale.join(", ")}` : "layers/bundles: 均为最新 (fresh)",
);
