import { DEPTH, isTooDeep } from "./values.js";

/** Note what is wrong; a path is a pair of the path above and a key, or null. */
export function fail(issues, at, rule, message) {
  const path = [];
  for (; at !== null; at = at[0]) path.push(at[1]);
  issues.push({ path: path.reverse(), rule, message });
}

function refusal(rule, message) {
  return { valid: false, issues: [{ path: [], rule, message }] };
}

function surrender(error) {
  if (!isTooDeep(error)) throw error;
  return refusal("depth", `is nested deeper than ${DEPTH} levels`);
}

/** Decide, where deep values may be given up on. */
export function decide(test, value) {
  try {
    return test(value, 0);
  } catch (error) {
    return surrender(error).valid;
  }
}

export function check(test, report, value) {
  try {
    if (test(value, 0)) return { valid: true, value };
    const issues = [];
    report(value, null, issues, 0);
    return { valid: false, issues };
  } catch (error) {
    return surrender(error);
  }
}

export class ValidationError extends Error {
  constructor(issues) {
    const [{ path, message }] = issues;
    super(path.length === 0 ? message : `${path.join(".")}: ${message}`);
    this.name = "ValidationError";
    this.issues = issues;
  }
}

export function demand(validate, value) {
  const result = validate(value);
  if (!result.valid) throw new ValidationError(result.issues);
}

export function read(validate, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return refusal("json", "is not JSON");
  }
  return validate(value);
}

export function validator(is, validate, assert, parse) {
  return Object.freeze({
    is,
    validate,
    assert,
    parse,
    "~standard": Object.freeze({ version: 1, vendor: "modelpact", validate }),
  });
}
