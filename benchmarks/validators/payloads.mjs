// Payloads of the four kinds, the same in every run: valid ones, and the same with one fault each.

/** A small seeded generator (mulberry32). */
function generator(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (values) => values[whole(0, values.length - 1)];
  const letters = (length) => {
    let text = "";
    for (let i = 0; i < length; i++) text += "abcdefghijklmnopqrstuvwxyz"[whole(0, 25)];
    return text;
  };
  const two = (value) => String(value).padStart(2, "0");
  const hex = (length) => {
    let text = "";
    for (let i = 0; i < length; i++) text += "0123456789abcdef"[whole(0, 15)];
    return text;
  };
  const date = () => `20${two(whole(10, 29))}-${two(whole(1, 12))}-${two(whole(1, 28))}`;
  const time = () =>
    `${date()}T${two(whole(0, 23))}:${two(whole(0, 59))}:${two(whole(0, 59))}${pick(["", ".123", ".123456"])}${pick(["Z", "+02:00"])}`;
  const words = (count) => Array.from({ length: count }, () => letters(whole(2, 9))).join(" ");
  return {
    next, whole, pick, letters, date, time, words,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`,
    email: () => `${letters(whole(4, 9))}.${letters(whole(3, 9))}@${letters(whole(4, 9))}.example.com`,
    uri: () => `https://${letters(whole(4, 9))}.example.com/${letters(whole(3, 9))}/${letters(whole(3, 9))}?q=${letters(5)}`,
    list: (count, make) => Array.from({ length: count }, make),
    maybe: (make) => (next() < 0.3 ? null : make()),
  };
}

function user(g) {
  return {
    id: g.uuid(), email: g.email(), username: `${g.letters(8)}_${g.whole(1, 99)}`,
    first_name: g.letters(7), last_name: g.letters(9), display_name: g.maybe(() => g.words(2)),
    birth_date: g.date(), created_at: g.time(), updated_at: g.time(), last_login_at: g.maybe(g.time),
    is_active: g.next() < 0.9, is_admin: g.next() < 0.1, is_verified: g.next() < 0.5, accepts_marketing: g.next() < 0.5,
    age: g.whole(18, 90), login_count: g.whole(0, 10000), credits: g.whole(0, 500),
    balance: `${g.whole(0, 9999)}.${g.whole(10, 99)}`, currency: g.pick(["EUR", "USD", "CHF"]),
    locale: g.pick(["en-GB", "fr", "de-CH"]), time_zone: g.pick(["Europe/Zurich", "America/New_York"]),
    phone: g.maybe(() => `+4179${g.whole(1000000, 9999999)}`), website: g.maybe(g.uri), avatar_url: g.uri(),
    bio: g.words(20), role: g.pick(["owner", "admin", "member", "guest"]),
    status: g.pick(["active", "invited", "suspended", "removed"]), plan: g.pick(["free", "pro", "business", "enterprise"]),
    tags: g.list(g.whole(0, 6), () => g.letters(g.whole(5, 12))), team_ids: g.list(g.whole(0, 4), g.uuid),
    score: g.next(), sentiment: g.next() * 2 - 1, height: 1 + g.next(), latitude: g.next() * 180 - 90, longitude: g.next() * 360 - 180,
    last_ip: g.list(4, () => g.whole(0, 255)).join("."), referrer: g.maybe(() => g.words(3)), source: g.letters(8),
    settings: {
      theme: g.pick(["light", "dark", "system"]), density: g.pick(["compact", "normal", "wide"]),
      notifications: g.next() < 0.5, digest_hour: g.whole(0, 23),
    },
    address: {
      line1: g.words(3), line2: g.maybe(() => g.words(2)), city: g.letters(8), postal_code: String(g.whole(1000, 99999)),
      country: g.pick(["CH", "DE", "US"]),
    },
  };
}

const ENTRIES = [
  (g) => ({ type: "slack", id: g.uuid(), channel: g.letters(9), connected_at: g.time(), muted: g.next() < 0.5 }),
  (g) => ({ type: "webhook", id: g.uuid(), url: g.uri(), secret: g.letters(32), retries: g.whole(0, 10) }),
  (g) => ({ type: "mail", id: g.uuid(), to: g.email(), subject: g.words(5), cc: g.list(g.whole(0, 3), g.email) }),
  (g) => ({ type: "calendar", id: g.uuid(), starts_at: g.time(), ends_at: g.time(), attendees: g.whole(1, 500) }),
  (g) => ({
    type: "custom", id: g.uuid(), name: g.words(2),
    values: Object.fromEntries(g.list(g.whole(0, 5), () => [g.letters(6), g.next() * 100])),
  }),
];

function tree(g, depth) {
  return {
    name: g.letters(8), value: g.next() * 1000, open: g.next() < 0.5,
    children: depth === 0 ? [] : g.list(4, () => tree(g, depth - 1)),
  };
}

function measurement(g) {
  const found = {};
  for (let k = 0; k < 15; k++) {
    found[`count_${k}`] = g.whole(0, 1000000);
    found[`ratio_${k}`] = g.next();
    found[`price_${k}`] = g.whole(0, 40000) / 4;
    found[`delta_${k}`] = g.next() * 1998 - 999;
  }
  return found;
}

const MAKERS = {
  User: user,
  Feed: (g) => g.list(50, () => g.pick(ENTRIES)(g)),
  Tree: (g) => tree(g, 3),
  Measurement: measurement,
};

// One fault each, deep and shallow, of every kind that a validator must see.
const FAULTS = {
  User: [
    (x) => { x.email = "nobody"; }, (x) => { x.age = -1; }, (x) => { delete x.id; }, (x) => { x.address.country = "Switzerland"; },
    (x) => { x.unknown = 1; }, (x) => { x.created_at = "yesterday"; }, (x) => { x.role = "boss"; }, (x) => { x.settings.digest_hour = 24; },
    (x) => { x.team_ids.push("x"); }, (x) => { x.tags = ["twice", "twice"]; }, (x) => { x.score = "0.5"; }, (x) => { x.last_ip = "1.2.3.256"; },
  ],
  Feed: [
    (x) => { x[25].id = "x"; }, (x) => { x[10].type = "carrier pigeon"; }, (x) => { delete x[49].id; }, (x) => { x[5].unknown = null; },
    (x) => { x[7] = null; },
  ],
  Tree: [
    (x) => { x.children[3].children[3].value = "1"; }, (x) => { x.children[0].name = ""; }, (x) => { delete x.children[2].children[1].open; },
    (x) => { x.children[1].children = {}; },
  ],
  Measurement: [
    (x) => { x.count_3 = 1.5; }, (x) => { x.price_7 = 0.1; }, (x) => { x.delta_14 = 1000; }, (x) => { x.ratio_0 = null; },
    (x) => { delete x.count_9; }, (x) => { x.count_15 = 1; },
  ],
};

export const KINDS = Object.keys(MAKERS);

/** Values as a service has them: read from text, by a process that has read some of them before. */
function read(texts) {
  texts.forEach((text) => JSON.parse(text));
  return texts.map((text) => JSON.parse(text));
}

/** The payloads of a kind: `valid`, `invalid` and, as text, `texts` of the valid ones. */
export function payloads(kind, count) {
  const g = generator(20260101);
  const texts = Array.from({ length: count }, () => JSON.stringify(MAKERS[kind](g)));
  const faulty = texts.map((text, index) => {
    const value = JSON.parse(text);
    FAULTS[kind][index % FAULTS[kind].length](value);
    return JSON.stringify(value);
  });
  return { valid: read(texts), invalid: read(faulty), texts };
}
