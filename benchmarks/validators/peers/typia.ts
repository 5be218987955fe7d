// The four payloads as a user of typia would write them: types with tags, and strict equality.
import typia, { type tags } from "typia";

type Text<Min extends number, Max extends number> = string &
  tags.MinLength<Min> &
  tags.MaxLength<Max>;
type Short<Max extends number> = string & tags.MaxLength<Max>;
type Like<P extends string> = string & tags.Pattern<P>;
type Whole<Min extends number, Max extends number> = number &
  tags.Type<"int64"> &
  tags.Minimum<Min> &
  tags.Maximum<Max>;
type Count = number & tags.Type<"int64"> & tags.Minimum<0>;
type Between<Min extends number, Max extends number> = number &
  tags.Minimum<Min> &
  tags.Maximum<Max>;
type Uuid = string & tags.Format<"uuid">;
type Email = string & tags.Format<"email">;
type Time = string & tags.Format<"date-time">;
type Uri = string & tags.Format<"uri">;

interface Address {
  line1: Text<1, 100>;
  line2: Short<100> | null;
  city: Text<1, 80>;
  postal_code: Short<12>;
  country: Like<"^[A-Z]{2}$">;
}
interface Settings {
  theme: "light" | "dark" | "system";
  density: "compact" | "normal" | "wide";
  notifications: boolean;
  digest_hour: Whole<0, 23>;
}
interface User {
  id: Uuid;
  email: Email;
  username: Text<3, 32> & tags.Pattern<"^[a-z0-9_]+$">;
  first_name: Text<1, 80>;
  last_name: Text<1, 80>;
  display_name: Short<80> | null;
  birth_date: string & tags.Format<"date">;
  created_at: Time;
  updated_at: Time;
  last_login_at: Time | null;
  is_active: boolean;
  is_admin: boolean;
  is_verified: boolean;
  accepts_marketing: boolean;
  age: Whole<0, 150>;
  login_count: Count;
  credits: Count;
  balance: Like<"^-?[0-9]{1,12}([.][0-9]{1,2})?$">;
  currency: Like<"^[A-Z]{3}$">;
  locale: Like<"^[a-z]{2}(-[A-Z]{2})?$">;
  time_zone: Text<1, 64>;
  phone: Like<"^[+][1-9][0-9]{6,14}$"> | null;
  website: Uri | null;
  avatar_url: Uri;
  bio: Short<500>;
  role: "owner" | "admin" | "member" | "guest";
  status: "active" | "invited" | "suspended" | "removed";
  plan: "free" | "pro" | "business" | "enterprise";
  tags: Text<1, 30>[] & tags.MaxItems<20> & tags.UniqueItems;
  team_ids: Uuid[];
  score: Between<0, 1>;
  sentiment: Between<-1, 1>;
  height: number & tags.ExclusiveMinimum<0> & tags.Maximum<3>;
  latitude: Between<-90, 90>;
  longitude: Between<-180, 180>;
  last_ip: string & tags.Format<"ipv4">;
  referrer: Short<200> | null;
  source: Text<1, 40>;
  settings: Settings;
  address: Address;
}
interface Slack {
  type: "slack";
  id: Uuid;
  channel: Text<1, 80>;
  connected_at: Time;
  muted: boolean;
}
interface Webhook {
  type: "webhook";
  id: Uuid;
  url: Uri;
  secret: Text<16, 64>;
  retries: Whole<0, 10>;
}
interface Mail {
  type: "mail";
  id: Uuid;
  to: Email;
  subject: Short<200>;
  cc: Email[] & tags.MaxItems<10>;
}
interface Calendar {
  type: "calendar";
  id: Uuid;
  starts_at: Time;
  ends_at: Time;
  attendees: Whole<1, 500>;
}
interface Custom {
  type: "custom";
  id: Uuid;
  name: Text<1, 60>;
  values: Record<string, number>;
}
type Feed = (Slack | Webhook | Mail | Calendar | Custom)[];
interface Tree {
  name: Text<1, 40>;
  value: number;
  open: boolean;
  children: Tree[];
}
type Index = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14;
type Measurement = { [K in `count_${Index}`]: Whole<0, 1000000> } & {
  [K in `ratio_${Index}`]: Between<0, 1>;
} & { [K in `price_${Index}`]: number & tags.Minimum<0> & tags.MultipleOf<0.25> } & {
  [K in `delta_${Index}`]: number & tags.ExclusiveMinimum<-1000> & tags.ExclusiveMaximum<1000>;
};

type Check = (x: unknown) => boolean;
type Validate = (x: unknown) => typia.IValidation<unknown>;
const of = (makeCheck: () => Check, makeValidate: () => Validate) => {
  const is = makeCheck();
  const validate = makeValidate();
  return {
    is,
    errors: (x: unknown): number => {
      const result = validate(x);
      return result.success ? 0 : result.errors.length;
    },
  };
};

export const User_ = /* @__PURE__ */ of(
  () => typia.createEquals<User>(),
  () => typia.createValidateEquals<User>(),
);
export const Feed_ = /* @__PURE__ */ of(
  () => typia.createEquals<Feed>(),
  () => typia.createValidateEquals<Feed>(),
);
export const Tree_ = /* @__PURE__ */ of(
  () => typia.createEquals<Tree>(),
  () => typia.createValidateEquals<Tree>(),
);
export const Measurement_ = /* @__PURE__ */ of(
  () => typia.createEquals<Measurement>(),
  () => typia.createValidateEquals<Measurement>(),
);
