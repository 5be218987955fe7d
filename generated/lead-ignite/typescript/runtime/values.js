/** Deeper values are given up on. */
export const DEPTH = 1024;

const TOO_DEEP = /* @__PURE__ */ Symbol("too deep");

export function giveUp() {
  throw TOO_DEEP;
}

/** Whether an error says that a value is too deep: for us, or for the engine's stack. */
export function isTooDeep(error) {
  return error === TOO_DEEP || error instanceof RangeError;
}

let run = 0;

/** Begin with another value: nothing that is remembered counts any more. */
export function begin() {
  run++;
}

/** Down to here nothing is remembered, which is faster for the values that are usual. */
const REMEMBERED = 4;

/**
 * Decide, and remember it until the next value.
 *
 * For schemas that come back to themselves in several ways: each way would take its time anew, at
 * each level of a value.
 */
export function remember(memory, test, v, d) {
  if (d < REMEMBERED || typeof v !== "object" || v === null) return test(v, d);
  const known = memory.get(v);
  if (known !== undefined && known.run === run) return known.said;
  const said = test(v, d);
  memory.set(v, { run, said });
  return said;
}

/** Report what is wrong with a value, once. */
export function once(memory, report, v, above, key, issues, d) {
  if (d >= REMEMBERED && typeof v === "object" && v !== null) {
    if (memory.get(v) === run) return;
    memory.set(v, run);
  }
  report(v, above, key, issues, d);
}

export function isObject(v) {
  return typeof v === "object" && v !== null && !Array.isArray(v);
}

/** A member whose name every object seems to have. */
export function own(v, name) {
  return Object.hasOwn(v, name) ? v[name] : undefined;
}

/** Whether all members of an object have one of these names. */
export function hasOnly(v, names) {
  return Object.keys(v).every((name) => names.has(name) || v[name] === undefined);
}

export function sizeOf(v) {
  let size = 0;
  for (const name in v) {
    if (v[name] !== undefined) size++;
  }
  return size;
}

/** Equality of JSON values. */
export function isEqual(a, b, d = 0) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (d > DEPTH) giveUp();
  if (Array.isArray(a)) {
    if (a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) {
      if (!isEqual(a[i], b[i], d + 1)) return false;
    }
    return true;
  }
  for (const name of Object.keys(a)) {
    if (!isEqual(a[name], own(b, name), d + 1)) return false;
  }
  return sizeOf(a) === sizeOf(b);
}

/** A text that only equal values have; of an array or an object. */
function textOf(v, d) {
  if (typeof v !== "object" || v === null) return v === 0 ? "0" : JSON.stringify(v);
  if (d > DEPTH) giveUp();
  if (Array.isArray(v)) {
    let text = "[";
    for (const item of v) text += textOf(item, d + 1) + ",";
    return text;
  }
  let text = "{";
  for (const name of Object.keys(v).sort()) {
    if (v[name] !== undefined) text += JSON.stringify(name) + ":" + textOf(v[name], d + 1) + ",";
  }
  return text + "}";
}

const FEW = 9;

/** Whether no item is there twice, where all are strings, numbers, booleans or null. */
export function isUniqueScalars(v) {
  return v.length < 2 || new Set(v).size === v.length;
}

export function isUnique(v) {
  if (v.length < FEW) {
    for (let i = 1; i < v.length; i++) {
      for (let j = 0; j < i; j++) {
        if (isEqual(v[i], v[j])) return false;
      }
    }
    return true;
  }
  const scalars = new Set();
  const texts = new Set();
  let seen = 0;
  for (const item of v) {
    if (typeof item === "object" && item !== null) texts.add(textOf(item, 0));
    else scalars.add(item);
    if (scalars.size + texts.size !== ++seen) return false;
  }
  return true;
}
