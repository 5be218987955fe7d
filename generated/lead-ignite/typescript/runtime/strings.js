function codePoints(v) {
  let count = v.length;
  for (let i = 1; i < v.length; i++) {
    if ((v.charCodeAt(i) & 0xfc00) === 0xdc00 && (v.charCodeAt(i - 1) & 0xfc00) === 0xd800) count--;
  }
  return count;
}

/** Whether a string has so many code points at least. */
export function hasLength(v, least) {
  return v.length >= least && codePoints(v) >= least;
}

/** Whether a string has so many code points at most. */
export function fitsLength(v, most) {
  return v.length <= 2 * most && codePoints(v) <= most;
}
