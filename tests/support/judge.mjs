// Judges values with generated validators: one request a line, one answer a line.
// An answer has a letter for each value: 1 valid, 0 not, ! where the ways of asking disagree.
import { createInterface } from "node:readline";

const modules = new Map();

async function load(file) {
  let known = modules.get(file);
  if (known === undefined) {
    known = await import(file);
    modules.set(file, known);
  }
  return known;
}

function letter({ is, validate }, value) {
  const valid = is(value);
  const result = validate(value);
  if (valid !== result.valid || (!valid && result.issues.length === 0)) return "!";
  return valid ? "1" : "0";
}

async function answer({ file, values, texts, issues }) {
  const module = await load(file);
  if (texts) return texts.map((text) => module.parse(text).issues ?? []);
  const read = JSON.parse(values);
  if (issues) return read.map((value) => module.validate(value).issues ?? []);
  return read.map((value) => letter(module, value)).join("");
}

for await (const line of createInterface({ input: process.stdin })) {
  let said;
  try {
    said = await answer(JSON.parse(line));
  } catch (error) {
    said = { error: String(error.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
