// The four payloads as a user of typebox would write them.
import { Type } from "typebox";
import { Compile } from "typebox/compile";

const closed = { additionalProperties: false };
const text = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength });
const short = (maxLength: number) => Type.String({ maxLength });
const like = (pattern: string) => Type.String({ pattern });
const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const between = (minimum: number, maximum: number) => Type.Number({ minimum, maximum });
const nullable = (type: Type.TSchema) => Type.Union([type, Type.Null()]);
const oneOf = (...values: string[]) => Type.Union(values.map((value) => Type.Literal(value)));
const uuid = Type.String({ format: "uuid" });
const email = Type.String({ format: "email" });
const time = Type.String({ format: "date-time" });
const uri = Type.String({ format: "uri" });
const count = Type.Integer({ minimum: 0 });

const Address = () => Type.Object(
  {
    line1: text(1, 100),
    line2: nullable(short(100)),
    city: text(1, 80),
    postal_code: short(12),
    country: like("^[A-Z]{2}$"),
  },
  closed,
);
const Settings = () => Type.Object(
  {
    theme: oneOf("light", "dark", "system"),
    density: oneOf("compact", "normal", "wide"),
    notifications: Type.Boolean(),
    digest_hour: whole(0, 23),
  },
  closed,
);
const User = () => Type.Object(
  {
    id: uuid,
    email,
    username: Type.String({ pattern: "^[a-z0-9_]+$", minLength: 3, maxLength: 32 }),
    first_name: text(1, 80),
    last_name: text(1, 80),
    display_name: nullable(short(80)),
    birth_date: Type.String({ format: "date" }),
    created_at: time,
    updated_at: time,
    last_login_at: nullable(time),
    is_active: Type.Boolean(),
    is_admin: Type.Boolean(),
    is_verified: Type.Boolean(),
    accepts_marketing: Type.Boolean(),
    age: whole(0, 150),
    login_count: count,
    credits: count,
    balance: like("^-?[0-9]{1,12}([.][0-9]{1,2})?$"),
    currency: like("^[A-Z]{3}$"),
    locale: like("^[a-z]{2}(-[A-Z]{2})?$"),
    time_zone: text(1, 64),
    phone: nullable(like("^[+][1-9][0-9]{6,14}$")),
    website: nullable(uri),
    avatar_url: uri,
    bio: short(500),
    role: oneOf("owner", "admin", "member", "guest"),
    status: oneOf("active", "invited", "suspended", "removed"),
    plan: oneOf("free", "pro", "business", "enterprise"),
    tags: Type.Array(text(1, 30), { maxItems: 20, uniqueItems: true }),
    team_ids: Type.Array(uuid),
    score: between(0, 1),
    sentiment: between(-1, 1),
    height: Type.Number({ exclusiveMinimum: 0, maximum: 3 }),
    latitude: between(-90, 90),
    longitude: between(-180, 180),
    last_ip: Type.String({ format: "ipv4" }),
    referrer: nullable(short(200)),
    source: text(1, 40),
    settings: Settings(),
    address: Address(),
  },
  closed,
);
const Feed = () => Type.Array(
  Type.Union([
    Type.Object(
      {
        type: Type.Literal("slack"),
        id: uuid,
        channel: text(1, 80),
        connected_at: time,
        muted: Type.Boolean(),
      },
      closed,
    ),
    Type.Object(
      { type: Type.Literal("webhook"), id: uuid, url: uri, secret: text(16, 64), retries: whole(0, 10) },
      closed,
    ),
    Type.Object(
      {
        type: Type.Literal("mail"),
        id: uuid,
        to: email,
        subject: short(200),
        cc: Type.Array(email, { maxItems: 10 }),
      },
      closed,
    ),
    Type.Object(
      {
        type: Type.Literal("calendar"),
        id: uuid,
        starts_at: time,
        ends_at: time,
        attendees: whole(1, 500),
      },
      closed,
    ),
    Type.Object(
      {
        type: Type.Literal("custom"),
        id: uuid,
        name: text(1, 60),
        values: Type.Record(Type.String(), Type.Number()),
      },
      closed,
    ),
  ]),
);
const Tree = () => Type.Cyclic(
  {
    Tree: Type.Object(
      {
        name: text(1, 40),
        value: Type.Number(),
        open: Type.Boolean(),
        children: Type.Array(Type.Ref("Tree")),
      },
      closed,
    ),
  },
  "Tree",
);
const Measurement = () => {
  const numbers: Record<string, Type.TSchema> = {};
  for (let k = 0; k < 15; k++) {
    numbers[`count_${k}`] = whole(0, 1000000);
    numbers[`ratio_${k}`] = between(0, 1);
    numbers[`price_${k}`] = Type.Number({ minimum: 0, multipleOf: 0.25 });
    numbers[`delta_${k}`] = Type.Number({ exclusiveMinimum: -1000, exclusiveMaximum: 1000 });
  }
  return Type.Object(numbers, closed);
};

const of = (make: () => Type.TSchema) => {
  const compiled = Compile(make());
  return {
    is: (x: unknown): boolean => compiled.Check(x),
    errors: (x: unknown): number => compiled.Errors(x).length,
  };
};
export const User_ = /* @__PURE__ */ of(User);
export const Feed_ = /* @__PURE__ */ of(Feed);
export const Tree_ = /* @__PURE__ */ of(Tree);
export const Measurement_ = /* @__PURE__ */ of(Measurement);
