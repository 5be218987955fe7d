// One process from nothing to the first answer: cold.mjs BUNDLE KIND; prints nothing.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { payloads } from "./payloads.mjs";

const [bundle, kind] = process.argv.slice(2);
const { valid, invalid } = payloads(kind, 1);
const start = process.cpuUsage();
const { [`${kind}_`]: validator } = await import(pathToFileURL(resolve(bundle)).href);
if (!validator.is(valid[0]) || validator.errors(invalid[0]) === 0) process.exitCode = 1;
const used = process.cpuUsage(start);
console.log(used.user + used.system);
