import { begin, isTooDeep, own } from "./values.js";

/**
 * The place of a value by the place above it and its key there.
 *
 * The outermost value has no place above, and the place null.
 */
export function placeOf(above, key) {
  return above === undefined ? null : [above, key];
}

export function fail(issues, above, key, rule, message) {
  const path = [];
  for (let at = placeOf(above, key); at !== null; at = at[0]) path.push(at[1]);
  issues.push({ path: path.reverse(), rule, message });
}

/** Whether a value is a string; noted where it is not. */
export function mustBeText(v, above, key, issues) {
  if (typeof v === "string") return true;
  fail(issues, above, key, "type", "must be a string");
  return false;
}

/**
 * Note what is wrong with the members of an object.
 *
 * There is a function for each name, or 0. `kinds` has a digit for each: 1 is added where the
 * member has to be there, 2 where every object seems to have one of that name.
 */
export function reportMembers(v, above, key, issues, names, functions, kinds, closed, d = 0) {
  const at = placeOf(above, key);
  let i = 0;
  for (const name of names) {
    // The last bits of a digit's code are those of the digit.
    const kind = kinds.charCodeAt(i);
    const report = functions[i++];
    const value = kind & 2 ? own(v, name) : v[name];
    if (value === undefined) {
      if (kind & 1) fail(issues, at, name, "required", "is required");
    } else if (report) {
      report(value, at, name, issues, d + 1);
    }
  }
  if (!closed) return;
  for (const name of Object.keys(v)) {
    if (!names.has(name) && v[name] !== undefined) {
      fail(issues, at, name, "additionalProperties", "is not expected here");
    }
  }
}

/** Down to here, items that are as they should be are found first: each value a few times. */
const SHALLOW = 16;

export function reportItems(v, above, key, issues, first, report, test, d = 0) {
  const at = placeOf(above, key);
  for (let i = first; i < v.length; i++) {
    if (test && d < SHALLOW && test(v[i], d + 1)) continue;
    report(v[i], at, i, issues, d + 1);
  }
}

function refusal(rule, message) {
  return { valid: false, issues: [{ path: [], rule, message }] };
}

function surrender(error) {
  if (!isTooDeep(error)) throw error;
  return refusal("depth", "is nested deeper than 1024 levels");
}

/** Decide, where deep values may be given up on. */
export function decide(test, value) {
  begin();
  try {
    return test(value, 0);
  } catch (error) {
    return surrender(error).valid;
  }
}

/** Decide, and say what is wrong. */
export function check(test, report, value) {
  if (test(value, 0)) return { valid: true, value };
  const issues = [];
  report(value, undefined, "", issues, 0);
  return { valid: false, issues };
}

/** The same, where deep values may be given up on. */
export function checkDeep(test, report, value) {
  begin();
  try {
    return check(test, report, value);
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
