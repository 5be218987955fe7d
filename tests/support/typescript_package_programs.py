"""Programs that use validators, fixtures, codecs and generics, and must or must not compile."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["IMPORTS", "MODELS", "MUST_COMPILE", "MUST_NOT_COMPILE"]

_TEXT: Final = {"type": "string"}
_MOMENT: Final = {"type": "string", "format": "date-time"}
_WIDE: Final = {"type": "integer", "format": "int64"}


def _model(required: tuple[str, ...], /, facts: Any = None, **members: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": members, "required": list(required)}
    return schema | ({"x-modelpact": facts} if facts else {})


def _generic(origin: str, *arguments: Any) -> dict[str, Any]:
    return {"generic": {"origin": origin, "arguments": list(arguments)}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"{name}.schema.json"}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


MODELS: Final[dict[str, Any]] = {
    "User": _model(("id", "name"), id=_TEXT, name=_TEXT, born=_MOMENT, coins=_WIDE),
    "Team": _model(("slug",), slug=_TEXT, owner=_ref("User")),
    "UserPage": _model(
        ("items",), _generic("Page", _ref("User")), items=_list(_ref("User")), cursor=_TEXT
    ),
    "TeamPage": _model(
        ("items",), _generic("Page", _ref("Team")), items=_list(_ref("Team")), cursor=_TEXT
    ),
    "Rename": _model(
        ("before", "after"), _generic("Change", _TEXT, _TEXT), before=_TEXT, after=_TEXT
    ),
    "Recount": _model(
        ("before", "after"), _generic("Change", _TEXT, _WIDE), before=_TEXT, after=_WIDE
    ),
    "Circle": _model(("kind", "radius"), kind={"const": "circle"}, radius={"type": "number"}),
    "Square": _model(("kind", "side"), kind={"const": "square"}, side={"type": "number"}),
    "Shape": {"oneOf": [_ref("Circle"), _ref("Square")]},
}

IMPORTS: Final = """\
import type { Change, Circle, Page, Rename, Shape, Team, TeamPage, User, UserPage } from "kit";
import { assert, is, parse, UserValidator, validate } from "kit/validators/User";
import { is as isShape } from "kit/validators/Shape";
import { ShapeValidator, ValidationError } from "kit/validators";
import type { Issue, Result, Validator } from "kit/validators";
import { examples, fake } from "kit/fixtures/User";
import * as fixtures from "kit/fixtures";
import { decode, encode, type UserDecoded } from "kit/codecs/User";
import { native } from "kit/codecs";
declare const unknown: unknown;
declare const user: User;
declare const page: UserPage;
declare const result: Result<User>;
export { assert, is, parse, UserValidator, validate, isShape, ShapeValidator, ValidationError };
export { examples, fake, fixtures, decode, encode, native, unknown, user, page, result };
export type { Change, Circle, Page, Rename, Shape, Team, TeamPage, User, UserPage };
export type { Issue, Result, Validator, UserDecoded };
"""

MUST_COMPILE: Final[dict[str, str]] = {
    "an instance of a generic is the generic of its argument": (
        "export const same: Page<User> = page;"
    ),
    "a function serves all instances of a generic": """
        export const first = <T>(list: Page<T>): T | undefined => list.items[0];
        export const owner: User | undefined = first(page);
    """,
    "a generic takes a type of the program's own": (
        'export const mine: Page<{ x: 1 }> = { items: [{ x: 1 }], cursor: "a" };'
    ),
    "a generic of two parameters has both": (
        "export const change: Change<string, number> = { before: 'a', after: 1 };"
    ),
    "an instance of two parameters has its own": (
        "export const rename: Rename = { before: 'a', after: 'b' };"
    ),
    "is narrows an unknown value": "export const name = is(unknown) ? unknown.name : '';",
    "is narrows away from a union": """
        declare const either: User | number;
        export const number: number = is(either) ? 0 : either;
    """,
    "assert narrows what follows": """
        export function name(): string { assert(unknown); return unknown.name; }
    """,
    "a result is a value or issues": """
        export const told = (r: Result<User>): string =>
          r.issues ? r.issues.map((i) => i.message).join() : r.value.name;
    """,
    "a result narrows by valid too": (
        "export const name = result.valid ? result.value.name : result.issues.length;"
    ),
    "validate gives a result": "export const r: Result<User> = validate(unknown);",
    "parse takes text": 'export const r: Result<User> = parse("{}");',
    "an issue has path, rule and message": (
        "export const text = (i: Issue) => `${i.path.join('.')} ${i.rule} ${i.message}`;"
    ),
    "a path is of names and indexes": (
        "export const steps = (i: Issue): readonly (string | number)[] => i.path;"
    ),
    "a validator is a value of its type": (
        "export const validator: Validator<User> = UserValidator;"
    ),
    "a validator of a union narrows to it": (
        "export const kind = isShape(unknown) ? unknown.kind : undefined;"
    ),
    "a list can be filtered by is": (
        "export const users = (list: unknown[]): User[] => list.filter(is);"
    ),
    "a standard schema tells its type": """
        type Out = NonNullable<typeof UserValidator["~standard"]["types"]>["output"];
        export const out: Out = user;
    """,
    "a function takes any validator": """
        const check = <T>(v: Validator<T>, x: unknown): T => { v.assert(x); return x; };
        export const shape: Shape = check(ShapeValidator, unknown);
    """,
    "an error tells its issues": """
        export const rules = (e: unknown): string[] =>
          e instanceof ValidationError ? e.issues.map((i) => i.rule) : [];
    """,
    "a fixture is of the type": "export const made: User = fake(7);",
    "a fixture needs no seed": "export const made: User = fake();",
    "fixtures are had by name": "export const team: Team = fixtures.Team.fake(1);",
    "examples are of the type": "export const first: User | undefined = examples[0];",
    "a moment is a Date when it is decoded": (
        "export const born: Date | undefined = decode(user).born;"
    ),
    "a wide number is a bigint when it is decoded": (
        "export const coins: bigint | undefined = decode(user).coins;"
    ),
    "what is decoded can be encoded": "export const again: User = encode(decode(user));",
    "a program's own codec decides the type": """
        const moment = { decode: (text: string) => text.length, encode: String };
        const codecs = { ...native, "date-time": moment };
        export const size: number | undefined = decode(user, codecs).born;
    """,
    "decoded types can be named": """
        export const born = (value: UserDecoded): Date | undefined => value.born;
    """,
}

MUST_NOT_COMPILE: Final[dict[str, str]] = {
    "an instance is not the generic of another": "export const other: Page<Team> = page;",
    "a generic needs its argument": "export type Bare = Page;",
    "a generic takes no more arguments than it has": "export type Two = Page<User, Team>;",
    "a generic's items have a type": "export const p: Page<User> = { items: [1] };",
    "is takes one argument": "export const x = is(unknown, 1);",
    "what is not checked has no members": "export const n = unknown.name;",
    "a result is not a value": "export const name = result.name;",
    "a value is not there before the result is asked": "export const v = result.value.name;",
    "issues are not there before the result is asked": "export const n = result.issues.length;",
    "a validator of one type is none of another": (
        "export const v: Validator<Team> = UserValidator;"
    ),
    "parse takes no object": "export const r = parse({});",
    "an issue cannot be changed": "export const f = (i: Issue) => { i.rule = 'x'; };",
    "a fixture of one type is none of another": "export const t: Team = fake(1);",
    "a seed is a number": 'export const u = fake("1");',
    "there are no fixtures of what is no type": "export const x = fixtures.Page.fake(1);",
    "a decoded moment is no text": "export const t: string | undefined = decode(user).born;",
    "a bigint is no number": "export const n: number | undefined = decode(user).coins;",
    "what travels is not what is decoded": "export const d: UserDecoded = user;",
    "a codec has both ways": """
        export const d = decode(user, { ...native, date: { decode: (t: string) => t } });
    """,
    "a runtime module is not public": 'import { fail } from "kit/runtime/validator"; fail;',
}
