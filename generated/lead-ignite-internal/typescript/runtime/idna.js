// Internationalised domain names: RFC 5890 to 5893, with the mapping that UTS 46 puts before them.
// Punycode is RFC 3492.

function adapt(delta, count, isFirst) {
  let rest = isFirst ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / count);
  let bias = 0;
  for (; rest > 455; bias += 36) rest = Math.floor(rest / 35);
  return bias + Math.floor((36 * rest) / (rest + 38));
}

function threshold(at, bias) {
  return Math.min(Math.max(at - bias, 1), 26);
}

/** The code points of an encoded label without its prefix; undefined where it is none. */
function decoded(text) {
  const split = text.lastIndexOf("-");
  const points = Array.from(text.slice(0, Math.max(split, 0)), (letter) => letter.charCodeAt(0));
  let [point, bias, position] = [128, 72, 0];
  for (let i = split + 1; i < text.length; ) {
    const before = position;
    for (let weight = 1, at = 36; ; at += 36) {
      const code = text.charCodeAt(i++);
      const digit = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : 36;
      if (digit === 36 || position > 0x7fffffff) return undefined;
      position += digit * weight;
      const limit = threshold(at, bias);
      if (digit < limit) break;
      weight *= 36 - limit;
    }
    const count = points.length + 1;
    bias = adapt(position - before, count, before === 0);
    point += Math.floor(position / count);
    position %= count;
    if (point > 0x10ffff) return undefined;
    points.splice(position++, 0, point);
  }
  return points;
}

function encoded(points) {
  let text = String.fromCharCode(...points.filter((point) => point < 128));
  let handled = text.length;
  if (handled > 0) text += "-";
  let [least, bias, delta, isFirst] = [128, 72, 0, true];
  while (handled < points.length) {
    const next = points.reduce((a, b) => (b >= least && b < a ? b : a), 0x110000);
    delta += (next - least) * (handled + 1);
    least = next;
    for (const point of points) {
      if (point < least) delta++;
      if (point !== least) continue;
      let rest = delta;
      for (let at = 36; ; at += 36) {
        const limit = threshold(at, bias);
        if (rest < limit) break;
        text += ((limit + ((rest - limit) % (36 - limit))) | 0).toString(36).replace(/./, rotated);
        rest = Math.floor((rest - limit) / (36 - limit));
      }
      text += rest.toString(36).replace(/./, rotated);
      bias = adapt(delta, handled + 1, isFirst);
      isFirst = false;
      delta = 0;
      handled++;
    }
    delta++;
    least++;
  }
  return text;
}

/** From digits that begin with 0 to digits that begin with a. */
function rotated(digit) {
  return "abcdefghijklmnopqrstuvwxyz0123456789"[parseInt(digit, 36)];
}

const ALLOWED = /^[-\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}\xb7\u0375\u05f3\u05f4\u06fd\u06fe\u0f0b\u200c\u200d\u3007\u30fb]+$/u;
const FORBIDDEN =
  /[\u0640\u07fa\u1100-\u11ff\u20d0-\u20ff\u302e\u302f\u3031-\u3035\u303b\ua960-\ua97c\ud7b0-\ud7c6\ud7cb-\ud7fb\u{1d100}-\u{1d24f}]|(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/u;
const VIRAMA =
  /[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d3b\u0d3c\u0d4d\u0dca\u0e3a\u0eba\u0f84\u1039\u103a\u1714\u1734\u17d2\u1a60\u1b44\u1baa\u1bab\u1bf2\u1bf3\u2d7f\ua806\ua82c\ua8c4\ua953\ua9c0\uaaf6\uabed\u{10a3f}\u{11046}\u{1107f}\u{110b9}\u{11133}\u{11134}\u{111c0}\u{11235}\u{112ea}\u{1134d}\u{11442}\u{114c2}\u{115bf}\u{1163f}\u{116b6}\u{1172b}\u{11839}\u{119e0}\u{11a34}\u{11a47}\u{11a99}\u{11c3f}\u{11d44}\u{11d45}\u{11d97}]$/u;
// Letters that join on both sides, and those that join with the letter before them only.
const JOINING = "\\u0620\\u0626\\u0628\\u062a-\\u062e\\u0633-\\u063f\\u0641-\\u0647\\u0649\\u064a\\u066e\\u066f\\u0678-\\u0687\\u069a-\\u06bf\\u06c1\\u06c2\\u06cc\\u06ce\\u06d0\\u06d1\\u06fa-\\u06fc\\u06ff\\u0712-\\u0714\\u071a-\\u071d\\u071f-\\u0727\\u0729\\u072b\\u072d\\u072e\\u074e-\\u0758\\u075c-\\u076a\\u076d-\\u0770\\u0772\\u0775-\\u0777\\u077a-\\u077f\\u07ca-\\u07ea\\u1807\\u1820-\\u1878\\ua840-\\ua871";
const ENDING = "\\u0622-\\u0625\\u0627\\u0629\\u062f-\\u0632\\u0648\\u0671-\\u0673\\u0675-\\u0677\\u0688-\\u0699\\u06c0\\u06c3-\\u06cb\\u06cd\\u06cf\\u06d2\\u06d3\\u06d5\\u06ee\\u06ef\\u0710\\u0715-\\u0719\\u071e\\u0728\\u072a\\u072c\\u072f\\u074d\\u0759-\\u075b\\u076b\\u076c\\u0771\\u0773\\u0774\\u0778\\u0779";
const BEFORE = /* @__PURE__ */ new RegExp(`[${JOINING}]\\p{Mn}*$`, "u");
const BEHIND = /* @__PURE__ */ new RegExp(`^\\p{Mn}*[${JOINING}${ENDING}]`, "u");

/** Characters that are allowed beside certain others only (RFC 5892, appendix A). */
function isInContext(label) {
  for (const { 0: letter, index } of label.matchAll(/[\xb7\u0375\u05f3\u05f4\u200c\u200d\u30fb\u0660-\u0669]/gu)) {
    const before = label.slice(0, index);
    const behind = label.slice(index + 1);
    let fits;
    if (letter === "\xb7") fits = before.endsWith("l") && behind.startsWith("l");
    else if (letter === "\u0375") fits = /^\p{Script=Greek}/u.test(behind);
    else if (letter === "\u05f3" || letter === "\u05f4") fits = /\p{Script=Hebrew}$/u.test(before);
    else if (letter === "\u30fb") fits = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(label);
    else if (letter >= "\u2000") fits = VIRAMA.test(before) || (letter === "\u200c" && BEFORE.test(before) && BEHIND.test(behind));
    else fits = !/[\u06f0-\u06f9]/.test(label);
    if (!fits) return false;
  }
  return true;
}

const RIGHT_TO_LEFT = "\\u0590-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
const HAS_RIGHT = /* @__PURE__ */ new RegExp(`(?!\\p{M})[${RIGHT_TO_LEFT}\\u0660-\\u0669]`, "u");
const RIGHT_FIRST = /* @__PURE__ */ new RegExp(`^(?!\\p{M})[${RIGHT_TO_LEFT}]`, "u");
const RIGHT_LAST = /* @__PURE__ */ new RegExp(`[${RIGHT_TO_LEFT}\\p{Nd}]$`, "u");
const HAS_LEFT = /* @__PURE__ */ new RegExp(`(?![${RIGHT_TO_LEFT}\\u0660-\\u0669\\u06f0-\\u06f90-9])[\\p{L}\\p{Mc}\\p{Nd}]`, "u");

/** The Bidi rule (RFC 5893, section 2), for labels of names that are written from right to left. */
function isDirected(label) {
  const end = label.replace(/\p{Mn}+$/u, "");
  if (RIGHT_FIRST.test(label)) {
    const mixed = /[\u0660-\u0669]/.test(label) && /[0-9\u06f0-\u06f9]/.test(label);
    return !HAS_LEFT.test(label) && !mixed && RIGHT_LAST.test(end);
  }
  return /^\p{L}/u.test(label) && !HAS_RIGHT.test(label) && /[\p{L}\p{Mc}\p{Nd}]$/u.test(end);
}

/** A label with the letters of its language; undefined where it is not allowed. */
function unicodeLabel(label) {
  if (!label.startsWith("xn--")) return /^..--/u.test(label) ? undefined : label;
  const points = decoded(label.slice(4));
  if (points === undefined || points.every((point) => point < 128)) return undefined;
  if (encoded(points) !== label.slice(4)) return undefined;
  const text = String.fromCodePoint(...points);
  return mapped(text) === text && !/^..--/u.test(text) ? text : undefined;
}

function mapped(text) {
  const kept = text.replace(/[\xad\u034f\u180b-\u180f\u200b\u2060\u2064\ufe00-\ufe0f\ufeff]/gu, "");
  return kept.normalize("NFKC").toLowerCase().normalize("NFKC");
}

function isLabel(label) {
  if (label === undefined || !ALLOWED.test(label) || FORBIDDEN.test(label)) return false;
  if (label.startsWith("-") || label.endsWith("-") || /^\p{M}/u.test(label)) return false;
  const points = Array.from(label, (letter) => letter.codePointAt(0));
  const isPlain = points.every((point) => point < 128);
  return (isPlain ? label.length : 4 + encoded(points).length) <= 63 && isInContext(label);
}

/** Whether a text that is not too long is the name of a host, in any script. */
export function isInternationalName(v) {
  if (v.length > 253) return false;
  const labels = mapped(v).replaceAll("\u3002", ".").split(".").map(unicodeLabel);
  if (!labels.every(isLabel)) return false;
  return !labels.some((label) => HAS_RIGHT.test(label)) || labels.every(isDirected);
}
