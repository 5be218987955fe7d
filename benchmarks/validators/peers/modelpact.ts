// The validators that Modelpact generates from the documents.
import * as feed from "contract/validators/Feed";
import * as measurement from "contract/validators/Measurement";
import * as tree from "contract/validators/Tree";
import * as user from "contract/validators/User";

type Module = { is: (x: unknown) => boolean; validate: (x: unknown) => Result };
type Result = { issues?: readonly unknown[] | undefined };

const of = (module: Module) => ({
  is: module.is,
  errors: (x: unknown): number => module.validate(x).issues?.length ?? 0,
});
export const User_ = /* @__PURE__ */ of({ is: user.is, validate: user.validate });
export const Feed_ = /* @__PURE__ */ of({ is: feed.is, validate: feed.validate });
export const Tree_ = /* @__PURE__ */ of({ is: tree.is, validate: tree.validate });
export const Measurement_ = /* @__PURE__ */ of({
  is: measurement.is,
  validate: measurement.validate,
});
