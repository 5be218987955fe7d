// Writes ajv's standalone validators of the documents: ajv.mjs CONTRACT_FOLDER OUT_FOLDER
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [contract, out] = process.argv.slice(2);
const schemas = readdirSync(contract).map((file) =>
  JSON.parse(readFileSync(join(contract, file), "utf8")),
);
const names = ["User", "Feed", "Tree", "Measurement"];
for (const [file, allErrors] of [["check", false], ["errors", true]]) {
  for (const name of names) {
    const ajv = new Ajv2020({
      schemas,
      allErrors,
      strict: false,
      code: { source: true, esm: true, lines: true },
    });
    formats.default(ajv);
    const id = `https://benchmark.invalid/${name}.schema.json`;
    writeFileSync(
      join(out, `ajv-${file}-${name}.js`),
      standalone.default(ajv, { [name]: id }),
    );
  }
}
