"""Programs of a consumer of the golden package ``workspace`` that must, or must not, compile."""

from __future__ import annotations

__all__ = ["IMPORTS", "MUST_COMPILE", "MUST_NOT_COMPILE"]

IMPORTS = """\
import { Platform, Priority, UserRole } from "workspace";
import type {
  Brand, DecimalString, Integration, JsonValue, SlackIntegration, Task, TeamId, UserId,
  WebhookIntegration, Workspace,
} from "workspace";
declare const integration: Integration;
declare const slack: SlackIntegration;
declare const webhook: WebhookIntegration;
declare const task: Task;
declare const workspace: Workspace;
declare const user: UserId;
declare const team: TeamId;
declare const role: UserRole;
declare const platform: Platform;
declare const json: JsonValue;
function never(value: never): never { throw value; }
export { integration, slack, webhook, task, workspace, user, team, role, platform, json, never };
export { Platform, Priority, UserRole };
export type { Brand, DecimalString };
"""

MUST_COMPILE: dict[str, str] = {
    "a literal is a branded id": 'export const id: UserId = "8b1f";',
    "a branded id is a string": "export const text: string = user;",
    "a branded id has a string's methods": "export const text: string = user.toUpperCase();",
    "a string can be made an id by the consumer": (
        "export const id = (text: string): UserId => text as UserId;"
    ),
    "an enumeration's member is its value": 'export const value: "owner" = UserRole.Owner;',
    "a value of an enumeration can be written out": 'export const r: UserRole = "past_due";',
    "an enumeration's values can be listed": (
        "export const all: readonly UserRole[] = Object.values(UserRole);"
    ),
    "a number enumeration's member is a number": "export const value: 2 = Priority.High;",
    "a number enumeration is its numbers": "export const value: Priority = 0;",
    "a switch over an enumeration is exhaustive": """
        export function f(r: UserRole): number {
          switch (r) {
            case UserRole.Owner: return 1;
            case UserRole.Admin: return 2;
            case "past_due": return 3;
            default: return never(r);
          }
        }""",
    "an extensible enumeration accepts what it does not know": (
        'export const p: Platform = "mastodon";'
    ),
    "an extensible enumeration accepts any string": "export const f = (t: string): Platform => t;",
    "an extensible enumeration's members are constants": 'export const x: "x" = Platform.X;',
    "a union narrows by its tag": """
        export function f(i: Integration): string | null | undefined {
          return i.type === "slack" ? i.channel : i.url;
        }""",
    "a switch over tags is exhaustive": """
        export function f(i: Integration): string {
          switch (i.type) {
            case "slack": return i.type;
            case "webhook": return i.url;
            default: return never(i);
          }
        }""",
    "a nullable union narrows by null and tag": """
        export function f(w: Workspace): UserId | null {
          const primary = w.primary;
          return primary && primary.type === "slack" ? primary.owner : null;
        }""",
    "a union in a dictionary narrows": """
        export function f(w: Workspace): void {
          for (const i of Object.values(w.integrations ?? {})) {
            if (i.type === "webhook") i.url.trim(); else i.owner?.trim();
          }
        }""",
    "a required nullable property takes null": (
        'export const s: SlackIntegration = { type: "slack", owner: null };'
    ),
    "an optional nullable property takes null and nothing": (
        'export const s: SlackIntegration[] = [{ type: "slack", owner: null, channel: null }];'
    ),
    "an optional property may be absent": (
        'export const t: Task = { id: "1", title: "T", subtasks: [] };'
    ),
    "an optional property reads as maybe undefined": (
        "export const u: UserId | undefined = task.assignee;"
    ),
    "a model is recursive": (
        "export const f = (t: Task): number => 1 + t.subtasks.map(f).reduce((a, b) => a + b, 0);"
    ),
    "a tuple is as long as its schema says": "export const p: Task['place'] = [1, 2] as const;",
    "a tuple's tail is optional": 'export const p: NonNullable<Task["place"]> = [1, 2, "x"];',
    "a tuple destructures": """
        export function f(t: Task): number {
          const [lat, lon, name] = t.place ?? [0, 0];
          return lat + lon + (name?.length ?? 0);
        }""",
    "a dictionary with an enumeration's keys may lack some": (
        'export const w: Workspace = { team: "t", metadata: null, roles: { owner: "u" } };'
    ),
    "a dictionary's value may be missing": (
        'export const b: boolean | undefined = workspace.flags?.["x"];'
    ),
    "a dictionary with an enumeration's keys is read by member": (
        "export const u: UserId | undefined = workspace.roles?.[UserRole.Admin];"
    ),
    "keys that match a pattern are accepted": (
        'export const h: Workspace["headers"] & {} = { "x-trace": "1" };'
    ),
    "an open object takes other members": (
        'export const w: WebhookIntegration = { type: "webhook", url: "u", extra: { a: [1] } };'
    ),
    "an open object's other members read as JSON": (
        'export const v: JsonValue | undefined = webhook["whatever"];'
    ),
    "any JSON value is assignable to JSON": (
        "export const v: JsonValue = { a: [1, 'b', null, { c: true }] };"
    ),
    "JSON narrows by its kind": """
        export function f(v: JsonValue): number {
          return typeof v === "string" ? v.length : typeof v === "number" ? v : 0;
        }""",
    "JSON.parse's result can be taken for a model": (
        'export const t: Task = JSON.parse("{}") as Task;'
    ),
    "a literal is a decimal string": 'export const d: DecimalString = "1.50";',
    "an anonymous enumeration holds null": (
        'export const t: Workspace["theme"] & {} | null = null;'
    ),
    "a name that is no identifier is quoted": (
        'export const n: number | undefined = workspace["$schema-version"];'
    ),
    "a subpath is a module of its own": (
        'import { UserRole as R } from "workspace/UserRole"; export const r: UserRole = R.Owner;'
    ),
    "a type is imported from its subpath": (
        'import type { Task as T } from "workspace/Task"; export const t: T = task;'
    ),
    "models can be extended": (
        "export interface Mine extends Task { readonly mine: true }"
        " export const f = (m: Mine): Task => m;"
    ),
    "a consumer can brand its own types": (
        'export type Mine = Brand<string, "Mine">; export const m: Mine = "x";'
    ),
    "an enumeration is imported from its subpath": (
        'import { UserRole as R } from "workspace/UserRole";'
        " export const r: UserRole = R.Owner; export const s: R = role;"
    ),
    "a validator narrows what a list holds": (
        'import { TaskValidator } from "workspace/validators";'
        " export const f = (v: unknown[]): Task[] => v.filter(TaskValidator.is);"
    ),
    "a validator asserts": """
        import { TaskValidator } from "workspace/validators";
        export function f(v: unknown): string {
          TaskValidator.assert(v);
          return v.title;
        }""",
    "a validator's functions stand alone": """
        import { TaskValidator, type Issue } from "workspace/validators";
        const { validate, parse } = TaskValidator;
        export function f(v: unknown): Task | readonly Issue[] {
          const result = typeof v === "string" ? parse(v) : validate(v);
          return result.valid ? result.value : result.issues;
        }""",
    "a result's value has a fallback": """
        import { parse } from "workspace/validators/Task";
        export const f = (text: string): Task => parse(text).value ?? task;
        """,
    "a validator of a member is one of the union": """
        import { SlackIntegrationValidator, type Validator } from "workspace/validators";
        export const v: Validator<Integration> = SlackIntegrationValidator;
        """,
    "all validators and those of modules are the same": """
        import { TaskValidator } from "workspace/validators";
        import { TaskValidator as T } from "workspace/validators/Task";
        export const v: readonly (typeof T)[] = [TaskValidator];
        """,
    "fixtures are of their types": """
        import * as fixtures from "workspace/fixtures";
        import { fake } from "workspace/fixtures/Task";
        export const made: Task[] = [fixtures.Task.fake(7), fake(), ...fixtures.Task.examples];
        export const many: readonly Task[] = [1, 2].map(fixtures.Task.fake);
        """,
}

MUST_NOT_COMPILE: dict[str, str] = {
    "one id is not another": "export const id: UserId = team;",
    "an id of one kind is no argument for another": (
        "const f = (_: TeamId): void => {}; f(user); export { f };"
    ),
    "a number is no id": "export const id: UserId = 1;",
    "an unknown value is not in an enumeration": 'export const r: UserRole = "guest";',
    "any string is not in an enumeration": "export const f = (t: string): UserRole => t;",
    "an enumeration has no other member": "export const r = UserRole.Guest;",
    "an enumeration's object cannot be changed": 'UserRole.Owner = "owner"; export {};',
    "a number enumeration has no other number": "export const p: Priority = 3;",
    "an extensible enumeration takes no number": "export const p: Platform = 1;",
    "a switch that forgets a member is noticed": """
        export function f(r: UserRole): number {
          switch (r) {
            case UserRole.Owner: return 1;
            default: return never(r);
          }
        }""",
    "a switch that forgets a tag is noticed": """
        export function f(i: Integration): string {
          switch (i.type) {
            case "slack": return i.type;
            default: return never(i);
          }
        }""",
    "another member's property is not there after narrowing": """
        export const f = (i: Integration): unknown => i.type === "slack" ? i.url : null;""",
    "an unknown tag is refused": ('export const i: Integration = { type: "teams", owner: null };'),
    "the tag is required": "export const s: SlackIntegration = { owner: null };",
    "a required nullable property is required": (
        'export const s: SlackIntegration = { type: "slack" };'
    ),
    "undefined is not null": (
        'export const s: SlackIntegration = { type: "slack", owner: undefined };'
    ),
    "undefined is not absence": (
        'export const t: Task = { id: "1", title: "T", subtasks: [], assignee: undefined };'
    ),
    "an optional property is not nullable": (
        'export const t: Task = { id: "1", title: "T", subtasks: [], assignee: null };'
    ),
    "an optional property is not surely there": "export const u: UserId = task.assignee;",
    "a nullable union is not surely there": "export const t = workspace.primary.type;",
    "a property is readonly": 'task.title = "x"; export {};',
    "an array is readonly": "task.subtasks.push(task); export {};",
    "a dictionary is readonly": 'workspace.flags!["x"] = true; export {};',
    "a tuple is readonly": "task.place![0] = 1; export {};",
    "a tuple is not too short": "export const p: NonNullable<Task['place']> = [1];",
    "a tuple is not too long": 'export const p: NonNullable<Task["place"]> = [1, 2, "x", 3];',
    "a tuple's positions have types": 'export const p: NonNullable<Task["place"]> = ["1", 2];',
    "a tuple's tail is not surely there": "export const n: string = task.place![2];",
    "a dictionary with an enumeration's keys has no others": (
        'export const r: Workspace["roles"] & {} = { guest: "u" };'
    ),
    "a dictionary's values have a type": 'export const f: Workspace["flags"] & {} = { a: 1 };',
    "a dictionary's value is not surely there": 'export const b: boolean = workspace.flags!["x"];',
    "keys that do not match a pattern are refused": (
        'export const h: Workspace["headers"] & {} = { trace: "1" };'
    ),
    "a closed object takes no other members": (
        'export const s: SlackIntegration = { type: "slack", owner: null, extra: 1 };'
    ),
    "a misspelt member is noticed": (
        'export const t: Task = { id: "1", title: "T", subtasks: [], assigne: "u" };'
    ),
    "a function is not JSON": "export const v: JsonValue = () => 1;",
    "undefined is not JSON": "export const v: JsonValue = undefined;",
    "JSON is not any": "export const s: string = json;",
    "JSON has no members before it narrows": "export const m = json.member;",
    "a decimal string is not a number": "export const n: number = task.estimate!;",
    "an anonymous enumeration has no other value": (
        'export const t: Workspace["theme"] & {} = "blue";'
    ),
    "a type is not a value": "export const t = new Task();",
    "a helper module is not public": 'import type { Brand as B } from "workspace/support.js";',
    "an internal path is not public": 'import type { Task as T } from "workspace/models/Task.js";',
    "a validator narrows to no other type": (
        'import { TaskValidator } from "workspace/validators";'
        " export const f = (v: unknown[]): Workspace[] => v.filter(TaskValidator.is);"
    ),
    "a result has no value before it is looked at": (
        'import { TaskValidator } from "workspace/validators";'
        " export const t: Task = TaskValidator.validate(json).value;"
    ),
    "a validator of a union is none of its member": (
        'import { IntegrationValidator, type Validator } from "workspace/validators";'
        " export const v: Validator<SlackIntegration> = IntegrationValidator;"
    ),
    "a fixture is of no other type": (
        'import * as fixtures from "workspace/fixtures";'
        " export const w: Workspace = fixtures.Task.fake();"
    ),
}
