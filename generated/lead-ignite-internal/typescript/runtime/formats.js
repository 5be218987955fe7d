import { isInternationalName } from "./idna.js";

const HEX = /* @__PURE__ */ hexDigits();

function hexDigits() {
  const digits = new Uint8Array(128);
  for (const digit of "0123456789abcdefABCDEF") digits[digit.charCodeAt(0)] = 1;
  return digits;
}

/** 1 for four hexadecimal digits; what is no digit, or beyond the table, makes it 0. */
function four(v, i) {
  return (
    HEX[v.charCodeAt(i)] &
    HEX[v.charCodeAt(i + 1)] &
    HEX[v.charCodeAt(i + 2)] &
    HEX[v.charCodeAt(i + 3)]
  );
}

function isHyphen(v, i) {
  return v.charCodeAt(i) === 45;
}

export function uuid(v) {
  return (
    v.length === 36 &&
    isHyphen(v, 8) &&
    isHyphen(v, 13) &&
    isHyphen(v, 18) &&
    isHyphen(v, 23) &&
    (four(v, 0) &
      four(v, 4) &
      four(v, 9) &
      four(v, 14) &
      four(v, 19) &
      four(v, 24) &
      four(v, 28) &
      four(v, 32)) ===
      1
  );
}

function isVersion(v, version) {
  return uuid(v) && v[14] === version && "89abAB".includes(v[19]);
}

export const uuid1 = (v) => isVersion(v, "1");
export const uuid2 = (v) => isVersion(v, "2");
export const uuid3 = (v) => isVersion(v, "3");
export const uuid4 = (v) => isVersion(v, "4");
export const uuid5 = (v) => isVersion(v, "5");
export const uuid6 = (v) => isVersion(v, "6");
export const uuid7 = (v) => isVersion(v, "7");
export const uuid8 = (v) => isVersion(v, "8");

/** Whether a month has the day that a date states; 1 to 31 it is already. */
function isDay(v) {
  const day = Number(v.slice(8, 10));
  if (day < 29) return true;
  const month = Number(v.slice(5, 7));
  const year = Number(v.slice(0, 4));
  if (month === 2) return day < 30 && year % (year % 100 === 0 ? 400 : 4) === 0;
  // January, March, ... have 31, and from August on the months between them.
  return day < 31 || ((month ^ (month >> 3)) & 1) === 1;
}

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export function date(v) {
  return DATE.test(v) && isDay(v);
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Whether a second 60, if there is one, is the last of a day in UTC. */
function isSecond(v) {
  if (v[6] !== "6") return true;
  const offset = /([+-]\d\d):(\d\d)$/.exec(v) ?? ["", "+0", "0"];
  const ahead = offset[1] * 60 + Number(offset[1][0] + offset[2]);
  return (v.slice(0, 2) * 60 + Number(v.slice(3, 5)) - ahead + 2880) % 1440 === 1439;
}

export function time(v) {
  return TIME.test(v) && isSecond(v);
}

/** Nearly all of them: no day that some months have not, and no leap second. */
const USUAL_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:[01][1-9]|10|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

export function dateTime(v) {
  return USUAL_TIME.test(v) || (/^.{10}[Tt]/.test(v) && date(v.slice(0, 10)) && time(v.slice(11)));
}

const DURATION =
  /^P(?:\d+W|(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?|T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/;

export function duration(v) {
  return DURATION.test(v);
}

const IPV4 = /^(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}$/;

export function ipv4(v) {
  return IPV4.test(v);
}

/** How many groups a part of an IPv6 address has; NaN where it is no such part. */
function groups(part, last) {
  if (part === "") return 0;
  const found = part.split(":");
  let count = found.length;
  if (last && found[count - 1].includes(".")) {
    if (!ipv4(found.pop())) return NaN;
    count++;
  }
  return found.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) ? count : NaN;
}

export function ipv6(v) {
  const parts = v.split("::");
  if (parts.length === 1) return groups(v, true) === 8;
  return parts.length === 2 && groups(parts[0], false) + groups(parts[1], true) <= 7;
}

export function ipvAnyAddress(v) {
  return ipv4(v) || ipv6(v);
}

function isNetwork(v, isAddress, bits) {
  const [address, prefix, ...more] = v.split("/", 3);
  if (more.length !== 0 || !isAddress(address)) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) ? Number(prefix) <= bits : bits === 32 && ipv4(prefix);
}

export const ipv4Network = (v) => isNetwork(v, ipv4, 32);
export const ipv6Network = (v) => isNetwork(v, ipv6, 128);
export const ipvAnyNetwork = (v) => ipv4Network(v) || ipv6Network(v);

/** Labels with hyphens in the third and fourth place are for encodings. */
const LABEL = /^(?!(?!xn)..--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

function isHost(v) {
  return v.length <= 253 && v.split(".").every((label) => LABEL.test(label));
}

export function hostname(v) {
  return isHost(v) && (!v.includes("--") || isInternationalName(v));
}

export function idnHostname(v) {
  return isInternationalName(v);
}

const LOCAL = /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")$/;

function isMailbox(v, local, isName) {
  const at = v.lastIndexOf("@");
  if (at < 1 || at > 64 || !local.test(v.slice(0, at))) return false;
  const host = v.slice(at + 1);
  if (!host.startsWith("[")) return isName(host);
  if (!host.endsWith("]")) return false;
  return host.startsWith("[IPv6:") ? ipv6(host.slice(6, -1)) : ipv4(host.slice(1, -1));
}

/** Nearly all of them. */
const USUAL_MAILBOX =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

export function email(v) {
  // What is this short has no part that is too long.
  if (v.length < 64 && USUAL_MAILBOX.test(v)) return true;
  return isMailbox(v, LOCAL, isHost);
}

const IDN_LOCAL =
  /^(?:[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*|"(?:[ !#-[\]-~\u0080-\u{10ffff}]|\\[ -~])*")$/u;

export function idnEmail(v) {
  return isMailbox(v, IDN_LOCAL, idnHostname);
}

export function nameEmail(v) {
  const named = /^[^<>]*<([^<>]*)>$/.exec(v);
  return email(named === null ? v : named[1]);
}

const URI =
  /^([a-z][a-z0-9+.-]*:)?(?:\/\/(?:(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*@)?(?:\[([^\]]*)\]|(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*)?|\/?(?:(?:[\w.~!$&'()*+,;=:@-]|%[0-9a-f]{2})(?:[\w.~!$&'()*+,;=:@/-]|%[0-9a-f]{2})*)?)(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[0-9a-f]{2})*)?$/i;

const IRI =
  /^([a-z][a-z0-9+.-]*:)?(?:\/\/(?:(?:[\w.~!$&'()*+,;=:\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}\u{e1000}-\u{efffd}-]|%[0-9a-f]{2})*@)?(?:\[([^\]]*)\]|(?:[\w.~!$&'()*+,;=\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[\w.~!$&'()*+,;=:@/\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]|%[0-9a-f]{2})*)?|\/?(?:(?:[\w.~!$&'()*+,;=:@\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]|%[0-9a-f]{2})(?:[\w.~!$&'()*+,;=:@/\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]|%[0-9a-f]{2})*)?)(?:\?(?:[\w.~!$&'()*+,;=:@/?\xa0-\ud7ff\ue000-\uf8ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{10fffd}-]|%[0-9a-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{efffd}-]|%[0-9a-f]{2})*)?$/iu;

/** Whether what stands in brackets, if anything does, is an address. */
function isLiteral(v) {
  return v === undefined || ipv6(v) || /^v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(v);
}

function isAbsolute(v, pattern) {
  const found = pattern.exec(v);
  return found?.[1] !== undefined && isLiteral(found[2]);
}

function isReference(v, pattern) {
  const found = pattern.exec(v);
  if (found === null) return false;
  // The first segment of a relative path has no colon, which would end a scheme.
  return (found[1] !== undefined || !/^[^/?#]*:/.test(v)) && isLiteral(found[2]);
}

/** Nearly all of them. */
const USUAL_URI =
  /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[\w.~-]+(?::\d+)?(?:[/?#][\w.~!$&'()*+,;=:@/?-]*)?$/;

export const uri = (v) => USUAL_URI.test(v) || isAbsolute(v, URI);
export const uriReference = (v) => isReference(v, URI);
export const iri = (v) => USUAL_URI.test(v) || isAbsolute(v, IRI);
export const iriReference = (v) => isReference(v, IRI);

const TEMPLATE =
  /^(?:[!#$&-;=?-[\]_a-z~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\uffef\u{10000}-\u{10fffd}]|%[0-9a-f]{2}|\{[+#./;?&=,!@|]?(?:\w|%[0-9a-f]{2})(?:\.?(?:\w|%[0-9a-f]{2}))*(?::[1-9]\d{0,3}|\*)?(?:,(?:\w|%[0-9a-f]{2})(?:\.?(?:\w|%[0-9a-f]{2}))*(?::[1-9]\d{0,3}|\*)?)*\})*$/iu;

export function uriTemplate(v) {
  return TEMPLATE.test(v);
}

export function jsonPointer(v) {
  return (v === "" || v[0] === "/") && !/~(?![01])/.test(v);
}

const RELATIVE = /^(?:0|[1-9]\d*)(?:#$|(?=\/|$))/;

export function relativeJsonPointer(v) {
  const found = RELATIVE.exec(v);
  return found !== null && (found[0].endsWith("#") || jsonPointer(v.slice(found[0].length)));
}

function compiles(v) {
  try {
    return new RegExp(v, "u") !== null;
  } catch {
    return false;
  }
}

/** Escapes of punctuation that stands for itself anyway are accepted, as other validators do. */
export function regex(v) {
  return compiles(v) || compiles(v.replace(/\\[^\p{L}\p{N}]/gu, "\\."));
}

export function base64url(v) {
  return /^[\w-]*={0,2}$/.test(v);
}

export function decimal(v) {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(v);
}

export function jsonString(v) {
  try {
    JSON.parse(v);
    return true;
  } catch {
    return false;
  }
}
