// The four payloads as an engineer with an afternoon would check them by hand: plain code that
// stops at the first fault, common regular expressions for formats, and no list of issues.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const EMAIL = /^[^\s@]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const URI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i;
const IPV4 = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;
const USERNAME = /^[a-z0-9_]+$/;
const BALANCE = /^-?[0-9]{1,12}([.][0-9]{1,2})?$/;
const CURRENCY = /^[A-Z]{3}$/;
const COUNTRY = /^[A-Z]{2}$/;
const LOCALE = /^[a-z]{2}(-[A-Z]{2})?$/;
const PHONE = /^[+][1-9][0-9]{6,14}$/;

type Json = Record<string, unknown>;
const object = (x: unknown): x is Json => typeof x === "object" && x !== null && !Array.isArray(x);
const keys = (x: Json, count: number): boolean => Object.keys(x).length === count;
const text = (x: unknown, min: number, max: number): boolean =>
  typeof x === "string" && x.length >= min && x.length <= max;
const like = (x: unknown, pattern: RegExp): boolean => typeof x === "string" && pattern.test(x);
const whole = (x: unknown, min: number, max: number): boolean =>
  Number.isInteger(x) && (x as number) >= min && (x as number) <= max;
const between = (x: unknown, min: number, max: number): boolean =>
  typeof x === "number" && x >= min && x <= max;
const bool = (x: unknown): boolean => typeof x === "boolean";

const address = (x: unknown): boolean =>
  object(x) &&
  keys(x, 5) &&
  text(x.line1, 1, 100) &&
  (x.line2 === null || text(x.line2, 0, 100)) &&
  text(x.city, 1, 80) &&
  text(x.postal_code, 0, 12) &&
  like(x.country, COUNTRY);
const settings = (x: unknown): boolean =>
  object(x) &&
  keys(x, 4) &&
  (x.theme === "light" || x.theme === "dark" || x.theme === "system") &&
  (x.density === "compact" || x.density === "normal" || x.density === "wide") &&
  bool(x.notifications) &&
  whole(x.digest_hour, 0, 23);
const ROLES = new Set<unknown>(["owner", "admin", "member", "guest"]);
const STATUSES = new Set<unknown>(["active", "invited", "suspended", "removed"]);
const PLANS = new Set<unknown>(["free", "pro", "business", "enterprise"]);

const user = (x: unknown): boolean =>
  object(x) &&
  keys(x, 40) &&
  like(x.id, UUID) &&
  like(x.email, EMAIL) &&
  text(x.username, 3, 32) &&
  like(x.username, USERNAME) &&
  text(x.first_name, 1, 80) &&
  text(x.last_name, 1, 80) &&
  (x.display_name === null || text(x.display_name, 0, 80)) &&
  like(x.birth_date, DATE) &&
  like(x.created_at, TIME) &&
  like(x.updated_at, TIME) &&
  (x.last_login_at === null || like(x.last_login_at, TIME)) &&
  bool(x.is_active) &&
  bool(x.is_admin) &&
  bool(x.is_verified) &&
  bool(x.accepts_marketing) &&
  whole(x.age, 0, 150) &&
  whole(x.login_count, 0, Infinity) &&
  whole(x.credits, 0, Infinity) &&
  like(x.balance, BALANCE) &&
  like(x.currency, CURRENCY) &&
  like(x.locale, LOCALE) &&
  text(x.time_zone, 1, 64) &&
  (x.phone === null || like(x.phone, PHONE)) &&
  (x.website === null || like(x.website, URI)) &&
  like(x.avatar_url, URI) &&
  text(x.bio, 0, 500) &&
  ROLES.has(x.role) &&
  STATUSES.has(x.status) &&
  PLANS.has(x.plan) &&
  Array.isArray(x.tags) &&
  x.tags.length <= 20 &&
  x.tags.every((tag) => text(tag, 1, 30)) &&
  new Set(x.tags).size === x.tags.length &&
  Array.isArray(x.team_ids) &&
  x.team_ids.every((id) => like(id, UUID)) &&
  between(x.score, 0, 1) &&
  between(x.sentiment, -1, 1) &&
  between(x.height, Number.MIN_VALUE, 3) &&
  between(x.latitude, -90, 90) &&
  between(x.longitude, -180, 180) &&
  like(x.last_ip, IPV4) &&
  (x.referrer === null || text(x.referrer, 0, 200)) &&
  text(x.source, 1, 40) &&
  settings(x.settings) &&
  address(x.address);

const entry = (x: unknown): boolean => {
  if (!object(x) || !like(x.id, UUID)) return false;
  switch (x.type) {
    case "slack":
      return keys(x, 5) && text(x.channel, 1, 80) && like(x.connected_at, TIME) && bool(x.muted);
    case "webhook":
      return keys(x, 5) && like(x.url, URI) && text(x.secret, 16, 64) && whole(x.retries, 0, 10);
    case "mail":
      return (
        keys(x, 5) &&
        like(x.to, EMAIL) &&
        text(x.subject, 0, 200) &&
        Array.isArray(x.cc) &&
        x.cc.length <= 10 &&
        x.cc.every((to) => like(to, EMAIL))
      );
    case "calendar":
      return (
        keys(x, 5) && like(x.starts_at, TIME) && like(x.ends_at, TIME) && whole(x.attendees, 1, 500)
      );
    case "custom":
      return (
        keys(x, 4) &&
        text(x.name, 1, 60) &&
        object(x.values) &&
        Object.values(x.values).every((value) => typeof value === "number")
      );
    default:
      return false;
  }
};
const feed = (x: unknown): boolean => Array.isArray(x) && x.every(entry);

const tree = (x: unknown): boolean =>
  object(x) &&
  keys(x, 4) &&
  text(x.name, 1, 40) &&
  typeof x.value === "number" &&
  bool(x.open) &&
  Array.isArray(x.children) &&
  x.children.every(tree);

const measurement = (x: unknown): boolean => {
  if (!object(x) || !keys(x, 60)) return false;
  for (let k = 0; k < 15; k++) {
    const price = x[`price_${k}`];
    const delta = x[`delta_${k}`];
    if (
      !whole(x[`count_${k}`], 0, 1000000) ||
      !between(x[`ratio_${k}`], 0, 1) ||
      typeof price !== "number" ||
      price < 0 ||
      price % 0.25 !== 0 ||
      typeof delta !== "number" ||
      delta <= -1000 ||
      delta >= 1000
    )
      return false;
  }
  return true;
};

const of = (is: (x: unknown) => boolean) => ({ is, errors: (x: unknown) => (is(x) ? 0 : 1) });
export const User_ = /* @__PURE__ */ of(user);
export const Feed_ = /* @__PURE__ */ of(feed);
export const Tree_ = /* @__PURE__ */ of(tree);
export const Measurement_ = /* @__PURE__ */ of(measurement);
