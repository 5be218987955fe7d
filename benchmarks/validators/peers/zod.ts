// The four payloads as a user of zod 4 would write them.
import * as z from "zod";

const time = z.iso.datetime({ offset: true });
const Address = () => z.strictObject({
  line1: z.string().min(1).max(100),
  line2: z.string().max(100).nullable(),
  city: z.string().min(1).max(80),
  postal_code: z.string().max(12),
  country: z.string().regex(/^[A-Z]{2}$/u),
});
const Settings = () => z.strictObject({
  theme: z.enum(["light", "dark", "system"]),
  density: z.enum(["compact", "normal", "wide"]),
  notifications: z.boolean(),
  digest_hour: z.int().min(0).max(23),
});
const User = () => z.strictObject({
  id: z.guid(),
  email: z.email(),
  username: z.string().regex(/^[a-z0-9_]+$/u).min(3).max(32),
  first_name: z.string().min(1).max(80),
  last_name: z.string().min(1).max(80),
  display_name: z.string().max(80).nullable(),
  birth_date: z.iso.date(),
  created_at: time,
  updated_at: time,
  last_login_at: time.nullable(),
  is_active: z.boolean(),
  is_admin: z.boolean(),
  is_verified: z.boolean(),
  accepts_marketing: z.boolean(),
  age: z.int().min(0).max(150),
  login_count: z.int().min(0),
  credits: z.int().min(0),
  balance: z.string().regex(/^-?[0-9]{1,12}([.][0-9]{1,2})?$/u),
  currency: z.string().regex(/^[A-Z]{3}$/u),
  locale: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/u),
  time_zone: z.string().min(1).max(64),
  phone: z.string().regex(/^[+][1-9][0-9]{6,14}$/u).nullable(),
  website: z.url().nullable(),
  avatar_url: z.url(),
  bio: z.string().max(500),
  role: z.enum(["owner", "admin", "member", "guest"]),
  status: z.enum(["active", "invited", "suspended", "removed"]),
  plan: z.enum(["free", "pro", "business", "enterprise"]),
  tags: z
    .array(z.string().min(1).max(30))
    .max(20)
    .refine((tags) => new Set(tags).size === tags.length),
  team_ids: z.array(z.guid()),
  score: z.number().min(0).max(1),
  sentiment: z.number().min(-1).max(1),
  height: z.number().gt(0).max(3),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  last_ip: z.ipv4(),
  referrer: z.string().max(200).nullable(),
  source: z.string().min(1).max(40),
  settings: Settings(),
  address: Address(),
});
const Feed = () => z.array(
  z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("slack"),
      id: z.guid(),
      channel: z.string().min(1).max(80),
      connected_at: time,
      muted: z.boolean(),
    }),
    z.strictObject({
      type: z.literal("webhook"),
      id: z.guid(),
      url: z.url(),
      secret: z.string().min(16).max(64),
      retries: z.int().min(0).max(10),
    }),
    z.strictObject({
      type: z.literal("mail"),
      id: z.guid(),
      to: z.email(),
      subject: z.string().max(200),
      cc: z.array(z.email()).max(10),
    }),
    z.strictObject({
      type: z.literal("calendar"),
      id: z.guid(),
      starts_at: time,
      ends_at: time,
      attendees: z.int().min(1).max(500),
    }),
    z.strictObject({
      type: z.literal("custom"),
      id: z.guid(),
      name: z.string().min(1).max(60),
      values: z.record(z.string(), z.number()),
    }),
  ]),
);
const Tree = () => {
  const node = z.strictObject({
    name: z.string().min(1).max(40),
    value: z.number(),
    open: z.boolean(),
    get children(): z.ZodArray<typeof node> {
      return z.array(node);
    },
  });
  return node;
};
const Measurement = () => {
  const numbers: Record<string, z.ZodNumber> = {};
  for (let k = 0; k < 15; k++) {
    numbers[`count_${k}`] = z.int().min(0).max(1000000);
    numbers[`ratio_${k}`] = z.number().min(0).max(1);
    numbers[`price_${k}`] = z.number().min(0).multipleOf(0.25);
    numbers[`delta_${k}`] = z.number().gt(-1000).lt(1000);
  }
  return z.strictObject(numbers);
};

const of = (make: () => z.ZodType) => {
  const schema = make();
  return {
    is: (x: unknown): boolean => schema.safeParse(x).success,
    errors: (x: unknown): number => schema.safeParse(x).error?.issues.length ?? 0,
  };
};
export const User_ = /* @__PURE__ */ of(User);
export const Feed_ = /* @__PURE__ */ of(Feed);
export const Tree_ = /* @__PURE__ */ of(Tree);
export const Measurement_ = /* @__PURE__ */ of(Measurement);
