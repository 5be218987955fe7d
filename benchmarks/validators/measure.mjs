// Measures contenders in one process, in turn: measure.mjs WORK_FOLDER ROUNDS NAME...
//
// Prints one JSON object: for each kind of payload and contender the median nanoseconds of a valid
// payload checked (`is`), of an invalid one reported with all its errors (`errors`), JSON.parse of
// the same, and which payloads a contender judges otherwise than it should.
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { KINDS, payloads } from "./payloads.mjs";

const [folder, rounds, ...names] = process.argv.slice(2);
const contenders = {};
for (const name of names) {
  contenders[name] = await import(pathToFileURL(join(resolve(folder), `${name}.mjs`)).href);
}

let sink = 0;
function time(run, values, repeats) {
  const start = process.hrtime.bigint();
  for (let r = 0; r < repeats; r++) for (const value of values) sink += Number(run(value));
  return Number(process.hrtime.bigint() - start) / (repeats * values.length);
}
/** How often the values have to be gone through for a sample of about so many milliseconds. */
function calibrated(run, values, milliseconds) {
  for (let i = 0; i < 3; i++) time(run, values, 3);
  const once = (time(run, values, 3) * values.length) / 1e6;
  return Math.max(1, Math.round(milliseconds / once));
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

const found = { is: {}, errors: {}, wrong: {} };
for (const kind of KINDS) {
  const { valid, invalid, texts } = payloads(kind, kind === "Feed" || kind === "Tree" ? 20 : 100);
  const jobs = [];
  for (const name of names) {
    const { is, errors } = contenders[name][`${kind}_`];
    const wrong = [
      ...valid.flatMap((value, i) => (is(value) ? [] : [`valid ${i}`])),
      ...invalid.flatMap((value, i) => (is(value) ? [`invalid ${i}`] : [])),
      ...invalid.flatMap((value, i) => (errors(value) > 0 ? [] : [`no error ${i}`])),
    ];
    if (wrong.length) (found.wrong[name] ??= {})[kind] = wrong.slice(0, 5);
    jobs.push({ name, what: "is", run: is, values: valid });
    if (name !== "hand") jobs.push({ name, what: "errors", run: errors, values: invalid });
  }
  jobs.push({ name: "JSON.parse", what: "is", run: (text) => JSON.parse(text) !== null, values: texts });
  for (const job of jobs) {
    job.repeats = calibrated(job.run, job.values, 12);
    job.samples = [];
  }
  for (let round = 0; round < Number(rounds); round++) {
    for (const job of jobs) job.samples.push(time(job.run, job.values, job.repeats));
  }
  for (const job of jobs) (found[job.what][kind] ??= {})[job.name] = median(job.samples);
}
console.log(JSON.stringify({ ...found, sink: sink > 0 }));
