// The standalone validators that ajv.mjs wrote.
// @ts-nocheck
import { Feed as feedErrors } from "./ajv-errors-Feed.js";
import { Measurement as measurementErrors } from "./ajv-errors-Measurement.js";
import { Tree as treeErrors } from "./ajv-errors-Tree.js";
import { User as userErrors } from "./ajv-errors-User.js";
import { Feed } from "./ajv-check-Feed.js";
import { Measurement } from "./ajv-check-Measurement.js";
import { Tree } from "./ajv-check-Tree.js";
import { User } from "./ajv-check-User.js";

const of = (check, errors) => ({
  is: check,
  errors: (x) => (errors(x) ? 0 : errors.errors.length),
});
export const User_ = /* @__PURE__ */ of(User, userErrors);
export const Feed_ = /* @__PURE__ */ of(Feed, feedErrors);
export const Tree_ = /* @__PURE__ */ of(Tree, treeErrors);
export const Measurement_ = /* @__PURE__ */ of(Measurement, measurementErrors);
