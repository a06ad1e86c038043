// Takes out of package-lock.json the addresses that npm copies from its packages, so that the lock
// names no host; `npm run lock` runs it after a version in package.json has changed.
import { readFileSync, renameSync, writeFileSync } from "node:fs";

const PATH = new URL("package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(PATH, "utf8"));
for (const entry of Object.values(lock.packages)) delete entry.funding;
const temporary = new URL("package-lock.json.tmp", import.meta.url);
writeFileSync(temporary, `${JSON.stringify(lock, null, 2)}\n`);
renameSync(temporary, PATH);
