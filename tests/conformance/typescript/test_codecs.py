"""Codecs lose nothing on the way there and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from modelpact.documents.sets import Document, DocumentSet, load_documents
from modelpact.documents.values import JsonObject
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.toolchain import node, run
from support.typescript_project import compiler_errors, install, write

pytestmark = pytest.mark.toolchain

_ROOT = Path(__file__).resolve().parents[3]
_LEAD_IGNITE = _ROOT / "schemas" / "lead-ignite-internal" / "next"

WIDE = {"type": "integer", "format": "int64"}
MOMENT = {"type": "string", "format": "date-time"}
CORNERS: Mapping[str, Any] = {
    "Entry": {
        "type": "object",
        "properties": {
            "id": WIDE,
            "ids": {"type": "array", "items": {"anyOf": [WIDE, {"type": "null"}]}},
            "by_name": {"type": "object", "additionalProperties": WIDE},
            "pair": {"type": "array", "prefixItems": [{"type": "string"}, WIDE], "items": False},
            "amount": {"type": "number"},
            "text": {"type": "string", "format": "int64"},
            "__proto__": MOMENT,
            "next": {"$ref": "Entry.schema.json"},
            "how": {"oneOf": [{"$ref": "Card.schema.json"}, {"$ref": "Cash.schema.json"}]},
            "either": {"anyOf": [MOMENT, {"type": "integer"}]},
        },
        "required": ["id"],
    },
    "Card": {
        "type": "object",
        "properties": {"kind": {"const": "card"}, "at": MOMENT},
        "required": ["kind"],
    },
    "Cash": {
        "type": "object",
        "properties": {"kind": {"const": "cash"}, "at": {"type": "string"}},
        "required": ["kind"],
    },
}


def files_of(documents: DocumentSet, package: str = "shop") -> dict[str, bytes]:
    options: JsonObject = {"codecs": True, "package": package}
    return dict(target_named("typescript").render(lower(documents), options).files)


def corners() -> DocumentSet:
    found = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in CORNERS.items()}
    return DocumentSet("shop", found)


def answer(script: str, folder: Path, documents: DocumentSet) -> Any:
    write(folder / "package", files_of(documents))
    (folder / "main.mjs").write_text(script)
    code, output = run([node(), "main.mjs"], folder)
    assert code == 0, output
    return json.loads(output)


def test_every_lead_ignite_type_comes_back_as_it_was(tmp_path: Path) -> None:
    script = """
    import * as fixtures from "./package/fixtures.js";
    import { readdirSync } from "node:fs";
    const lost = [];
    let count = 0;
    for (const file of readdirSync("./package/codecs").filter((name) => name.endsWith(".js"))) {
      const codec = await import(`./package/codecs/${file}`);
      if (!codec.decode) continue;
      for (let seed = 0; seed < 10; seed++) {
        const value = fixtures[file.slice(0, -3)].fake(seed);
        const there = codec.encode(codec.decode(value));
        const text = codec.stringify(codec.parse(JSON.stringify(value)));
        if (JSON.stringify(there) !== JSON.stringify(value)) lost.push([file, value, there]);
        if (text !== JSON.stringify(value)) lost.push([file, value, text]);
        count++;
      }
    }
    console.log(JSON.stringify({ lost, count }));
    """
    found = answer(script, tmp_path, load_documents(_LEAD_IGNITE))
    assert found["lost"] == []
    assert found["count"] > 500


def test_whole_numbers_keep_their_digits_straight_from_the_text(tmp_path: Path) -> None:
    text = (
        '{"id":9223372036854775807,"ids":[9007199254740993,null,1],'
        '"by_name":{"a":-9223372036854775808},"pair":["x",9007199254740993],'
        '"amount":12345678901234567890,"text":"9223372036854775807",'
        '"__proto__":"2026-01-01T00:00:00.000Z",'
        '"next":{"id":1},"how":{"kind":"card","at":"2026-01-01T00:00:00.000Z"},'
        '"either":"2026-01-01T00:00:00Z"}'
    )
    script = f"""
    import {{ parse, stringify }} from "./package/codecs/Entry.js";
    const value = parse({text!r});
    console.log(JSON.stringify({{
      id: typeof value.id + value.id,
      ids: value.ids.map(String),
      by_name: String(value.by_name.a),
      pair: String(value.pair[1]),
      amount: typeof value.amount,
      text: typeof value.text,
      proto: Object.getOwnPropertyDescriptor(value, "__proto__").value instanceof Date,
      card: value.how.at instanceof Date,
      either: typeof value.either,
      next: typeof value.next.id,
      again: stringify(value),
    }}));
    """
    found = answer(script, tmp_path, corners())
    again = found.pop("again")
    assert found == {
        "id": "bigint9223372036854775807",
        "ids": ["9007199254740993", "null", "1"],
        "by_name": "-9223372036854775808",
        "pair": "9007199254740993",
        "amount": "number",
        "text": "bigint",
        "proto": True,
        "card": True,
        "either": "string",
        "next": "bigint",
    }
    assert again == text.replace("12345678901234567890", "12345678901234567000")


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('{"id": 1', "SyntaxError"),
        ('{"id": 01111111111111111111}', "SyntaxError"),
        ('{"id": 11111111111111111111,}', "SyntaxError"),
        ('{"id": "11111111111111111111"}', "ValidationError"),
        ("[" * 5000 + "11111111111111111111", "SyntaxError"),
        ('{"id": 1, "__proto__": "2026-01-01T00:00:00.1234567Z"}', "RangeError"),
    ],
)
def test_what_cannot_be_read_is_refused(text: str, error: str, tmp_path: Path) -> None:
    script = f"""
    import {{ parse }} from "./package/codecs/Entry.js";
    try {{ parse({json.dumps(text)}); console.log('"read"'); }}
    catch (error) {{ console.log(JSON.stringify(error.constructor.name)); }}
    """
    assert answer(script, tmp_path, corners()) == error


def test_a_program_may_have_codecs_of_its_own(tmp_path: Path) -> None:
    script = """
    import { native, temporal } from "./package/codecs.js";
    import { decode, encode } from "./package/codecs/Card.js";
    const Instant = { from: (text) => ({ instant: text, toString: () => text }) };
    const codecs = temporal({ Instant, PlainDate: Instant, Duration: Instant });
    const card = { kind: "card", at: "2026-01-01T00:00:00.123456789Z" };
    const decoded = decode(card, codecs);
    console.log(JSON.stringify([decoded.at.instant, encode(decoded, codecs)]));
    """
    at = "2026-01-01T00:00:00.123456789Z"
    assert answer(script, tmp_path, corners()) == [at, {"kind": "card", "at": at}]


PROGRAM = """
import { type CardDecoded, decode as decodeCard } from "shop/codecs/Card";
import { decode, type EntryDecoded, parse, stringify } from "shop/codecs/Entry";
import { native, temporal } from "shop/codecs";
import type { Entry } from "shop";
declare const entry: Entry;
declare const Temporal: {
  Instant: { from(text: string): { epochNanoseconds: bigint } };
  PlainDate: { from(text: string): { day: number } };
  Duration: { from(text: string): { hours: number } };
};
export const id: bigint = decode(entry).id;
export const moment: Date | undefined = parse("{}").how?.at as Date | undefined;
export const text: string = stringify(decode(entry));
const codecs = temporal(Temporal);
export const nanoseconds = (card: CardDecoded<typeof codecs>): bigint | undefined =>
  card.at?.epochNanoseconds;
export const own = { ...native, decimal: { decode: Number, encode: String } };
export const decoded: EntryDecoded<typeof own> = decode(entry, own);
export { decodeCard };
"""


def test_decoded_types_are_what_codecs_make_of_them(tmp_path: Path) -> None:
    install(tmp_path, "shop", files_of(corners()))
    install(tmp_path, "lead-ignite", files_of(load_documents(_LEAD_IGNITE), "lead-ignite"))
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "main.ts").write_text(PROGRAM)
    names = [f.stem for f in (tmp_path / "node_modules/lead-ignite/codecs").glob("*.js")]
    imports = "".join(f'export * as {n} from "lead-ignite/codecs/{n}";\n' for n in sorted(names))
    (tmp_path / "src" / "all.ts").write_text(imports)
    (tmp_path / "src" / "wrong.ts").write_text(
        'import { decode } from "shop/codecs/Entry";\nimport type { Entry } from "shop";\n'
        "declare const entry: Entry;\nexport const id: number = decode(entry).id;\n"
    )
    for compiler in ("typescript 5", "typescript 7"):
        errors = compiler_errors(tmp_path, compiler)
        assert list(errors) == ["src/wrong.ts"], errors
