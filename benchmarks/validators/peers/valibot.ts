// The four payloads as a user of valibot would write them.
import * as v from "valibot";

const time = v.pipe(v.string(), v.isoTimestamp());
const uuid = v.pipe(v.string(), v.uuid());
const email = v.pipe(v.string(), v.email());
const url = v.pipe(v.string(), v.url());
const text = (min: number, max: number) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));
const short = (max: number) => v.pipe(v.string(), v.maxLength(max));
const like = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const whole = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const between = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));

const Address = () => v.strictObject({
  line1: text(1, 100),
  line2: v.nullable(short(100)),
  city: text(1, 80),
  postal_code: short(12),
  country: like(/^[A-Z]{2}$/u),
});
const Settings = () => v.strictObject({
  theme: v.picklist(["light", "dark", "system"]),
  density: v.picklist(["compact", "normal", "wide"]),
  notifications: v.boolean(),
  digest_hour: whole(0, 23),
});
const User = () => v.strictObject({
  id: uuid,
  email,
  username: v.pipe(v.string(), v.regex(/^[a-z0-9_]+$/u), v.minLength(3), v.maxLength(32)),
  first_name: text(1, 80),
  last_name: text(1, 80),
  display_name: v.nullable(short(80)),
  birth_date: v.pipe(v.string(), v.isoDate()),
  created_at: time,
  updated_at: time,
  last_login_at: v.nullable(time),
  is_active: v.boolean(),
  is_admin: v.boolean(),
  is_verified: v.boolean(),
  accepts_marketing: v.boolean(),
  age: whole(0, 150),
  login_count: count,
  credits: count,
  balance: like(/^-?[0-9]{1,12}([.][0-9]{1,2})?$/u),
  currency: like(/^[A-Z]{3}$/u),
  locale: like(/^[a-z]{2}(-[A-Z]{2})?$/u),
  time_zone: text(1, 64),
  phone: v.nullable(like(/^[+][1-9][0-9]{6,14}$/u)),
  website: v.nullable(url),
  avatar_url: url,
  bio: short(500),
  role: v.picklist(["owner", "admin", "member", "guest"]),
  status: v.picklist(["active", "invited", "suspended", "removed"]),
  plan: v.picklist(["free", "pro", "business", "enterprise"]),
  tags: v.pipe(
    v.array(text(1, 30)),
    v.maxLength(20),
    v.check((tags) => new Set(tags).size === tags.length),
  ),
  team_ids: v.array(uuid),
  score: between(0, 1),
  sentiment: between(-1, 1),
  height: v.pipe(v.number(), v.gtValue(0), v.maxValue(3)),
  latitude: between(-90, 90),
  longitude: between(-180, 180),
  last_ip: v.pipe(v.string(), v.ipv4()),
  referrer: v.nullable(short(200)),
  source: text(1, 40),
  settings: Settings(),
  address: Address(),
});
const Feed = () => v.array(
  v.variant("type", [
    v.strictObject({
      type: v.literal("slack"),
      id: uuid,
      channel: text(1, 80),
      connected_at: time,
      muted: v.boolean(),
    }),
    v.strictObject({
      type: v.literal("webhook"),
      id: uuid,
      url,
      secret: text(16, 64),
      retries: whole(0, 10),
    }),
    v.strictObject({
      type: v.literal("mail"),
      id: uuid,
      to: email,
      subject: short(200),
      cc: v.pipe(v.array(email), v.maxLength(10)),
    }),
    v.strictObject({
      type: v.literal("calendar"),
      id: uuid,
      starts_at: time,
      ends_at: time,
      attendees: whole(1, 500),
    }),
    v.strictObject({
      type: v.literal("custom"),
      id: uuid,
      name: text(1, 60),
      values: v.record(v.string(), v.number()),
    }),
  ]),
);
type Node = { name: string; value: number; open: boolean; children: Node[] };
const Tree = () => {
  const node: v.GenericSchema<Node> = v.strictObject({
    name: text(1, 40),
    value: v.number(),
    open: v.boolean(),
    children: v.array(v.lazy(() => node)),
  });
  return node;
};
const Measurement = () => {
  const numbers: Record<string, v.GenericSchema<number>> = {};
  for (let k = 0; k < 15; k++) {
    numbers[`count_${k}`] = whole(0, 1000000);
    numbers[`ratio_${k}`] = between(0, 1);
    numbers[`price_${k}`] = v.pipe(v.number(), v.minValue(0), v.multipleOf(0.25));
    numbers[`delta_${k}`] = v.pipe(v.number(), v.gtValue(-1000), v.ltValue(1000));
  }
  return v.strictObject(numbers);
};

const of = (make: () => v.GenericSchema) => {
  const schema = make();
  return {
    is: (x: unknown): boolean => v.is(schema, x),
    errors: (x: unknown): number => v.safeParse(schema, x).issues?.length ?? 0,
  };
};
export const User_ = /* @__PURE__ */ of(User);
export const Feed_ = /* @__PURE__ */ of(Feed);
export const Tree_ = /* @__PURE__ */ of(Tree);
export const Measurement_ = /* @__PURE__ */ of(Measurement);
