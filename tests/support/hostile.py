"""Text that tries to leave its string, comment or folder, and schemas full of it.

What a target makes of such a schema must compile, do nothing, and hold exactly these texts where
they are values.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from hypothesis import strategies as st

from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json

__all__ = ["HOSTILE_TEXTS", "hostile_documents", "hostile_text", "schema_safe_pattern"]

HOSTILE_TEXTS: Final = (
    "",
    " ",
    "\t",
    "\n",
    "\r\n",
    "\x00",
    "\x07\x1b[31m",
    "\x7f\x85",
    "\u2028",
    "\u2029",
    "\u202e/* gnihton */\u2066",
    "\u200b\ufeff\u00ad",
    "\ud800",
    "\udfff\ud800",
    "\U000e0041",
    "🚀",
    "é\u0301",
    "ﬀ①Ⅷ",
    "日本語",
    "'",
    '"',
    "''",
    '""',
    "'''",
    '"""',
    '\\"""',
    "\\",
    "\\\\",
    "\\'",
    '\\"',
    "\\u0022",
    "\\n",
    "\\N{BULLET}",
    "`",
    "${}",
    "${process.exit(1)}",
    "`${process.exit(1)}`",
    "{}",
    "{0}",
    "{{ 1 }}",
    "{% raw %}",
    "{# #}",
    "%s",
    "%(name)s",
    "*/",
    "/*",
    "**/",
    "*/ process.exit(1) /*",
    "/",
    "//",
    "///",
    "-->",
    "<!--",
    "]]>",
    "</script>",
    "#",
    "# type: ignore",
    "#}",
    "@deprecated",
    "@ts-ignore",
    " @ts-expect-error",
    "/// <reference path='x' />",
    "//# sourceMappingURL=x.js.map",
    "{@link x}",
    "*",
    "\n */\nexport const pwned = 1; /*",
    "\nimport os\nos._exit(1)\n",
    "'); raise SystemExit(1) #",
    "); process.exit(1); (",
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "__class__",
    "__init__",
    "__dict__",
    "model_config",
    "model_fields",
    "self",
    "class",
    "None",
    "True",
    "null",
    "undefined",
    "default",
    "export",
    "import",
    "Object",
    "JsonValue",
    "Brand",
    "BaseModel",
    "Field",
    "index",
    "support",
    "CON",
    "nul.txt",
    ".",
    "..",
    "../../../etc/passwd",
    "a/b\\c",
    "C:\\x",
    "-1",
    "1",
    "1e3",
    "~",
    "yes",
    "- a",
    "a: b",
    "&a",
    "*a",
    "!tag",
    "|",
    ">",
    "x" * 300,
)
"""One of each kind that some language or file format trips over."""


@cache
def hostile_text(*, max_size: int = 3) -> st.SearchStrategy[str]:
    """Any of the texts, a few of them in a row, or any characters at all."""
    one = st.sampled_from(HOSTILE_TEXTS)
    return st.one_of(
        one,
        st.lists(one, min_size=2, max_size=max(2, max_size)).map("".join),
        st.text(max_size=20),
        st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Po", "Sm"]), max_size=8),
    )


_SYNTAX: Final = frozenset("^$\\.*+?()[]{}|/")


def schema_safe_pattern(text: str) -> str:
    """A regular expression of any dialect that finds the text; lone surrogates are left out."""
    kept = (c for c in text if not "\ud800" <= c <= "\udfff" and c.isprintable())
    return "".join(f"\\{c}" if c in _SYNTAX else c for c in kept)


@cache
def _name() -> st.SearchStrategy[str]:
    return hostile_text(max_size=2)


@cache
def _scalar() -> st.SearchStrategy[Json]:
    return st.one_of(
        hostile_text(),
        st.integers(-(2**70), 2**70),
        st.floats(allow_nan=False, allow_infinity=False),
        st.booleans(),
        st.none(),
    )


@cache
def _value() -> st.SearchStrategy[Json]:
    return st.recursive(
        _scalar(),
        lambda inner: st.one_of(
            st.lists(inner, max_size=2), st.dictionaries(hostile_text(), inner, max_size=2)
        ),
        max_leaves=4,
    )


@lru_cache(64)
def _leaf(names: tuple[str, ...]) -> st.SearchStrategy[dict[str, Json]]:
    text = hostile_text()
    return st.one_of(
        text.map(lambda t: {"type": "string", "pattern": schema_safe_pattern(t)}),
        text.map(lambda t: {"type": "string", "format": t}),
        text.map(lambda t: {"type": "string", "default": t}),
        text.map(lambda t: {"type": "string", "x-modelpact": {"brand": t}}),
        text.map(lambda t: {"const": t}),
        _value().map(lambda v: {"const": v}),
        st.lists(text, min_size=1, max_size=3, unique=True).map(lambda values: {"enum": values}),
        st.sampled_from(names).map(lambda name: {"$ref": _reference(name)}),
    )


@st.composite
def _words(draw: st.DrawFn) -> dict[str, Json]:
    words: dict[str, Json] = {"description": draw(hostile_text())}
    if draw(st.booleans()):
        words["title"] = draw(hostile_text())
    if draw(st.booleans()):
        words["examples"] = draw(st.lists(_value(), min_size=1, max_size=2))
    if draw(st.booleans()):
        words["deprecated"] = True
        words["x-modelpact"] = {"deprecated": draw(hostile_text())}
    return words


@st.composite
def _schema(draw: st.DrawFn, names: list[str]) -> dict[str, Json]:
    leaf: dict[str, Json] = dict(draw(_leaf(tuple(names))))
    shape = draw(st.sampled_from(["plain", "list", "map", "keys", "tuple", "nullable"]))
    match shape:
        case "list":
            return {"type": "array", "items": leaf}
        case "map":
            return {"type": "object", "additionalProperties": leaf}
        case "keys":
            keys: Json = {"pattern": "^" + schema_safe_pattern(draw(hostile_text()))}
            return {"type": "object", "additionalProperties": leaf, "propertyNames": keys}
        case "tuple":
            labels = {"labels": [draw(hostile_text())]}
            return {"type": "array", "prefixItems": [leaf], "items": False, "x-modelpact": labels}
        case "nullable":
            return {"anyOf": [leaf, {"type": "null"}]}
        case _:
            return leaf


def _reference(name: str) -> str:
    token = name.replace("~", "~0").replace("/", "~1")
    quoted = "".join(
        c if c.isascii() and c.isalnum() else "".join(f"%{b:02X}" for b in c.encode())
        for c in token
    )
    return f"#/$defs/{quoted}"


@st.composite
def _definition(draw: st.DrawFn, names: list[str]) -> dict[str, Json]:
    words = draw(_words())
    kind = draw(st.sampled_from(["record", "record", "enumeration", "alias"]))
    if kind == "enumeration":
        values = draw(st.lists(hostile_text(), min_size=1, max_size=5, unique=True))
        members: list[Json] = [
            {"name": draw(hostile_text()), "value": value, "description": draw(hostile_text())}
            for value in values
        ]
        facts: Json = {"members": members} if draw(st.booleans()) else {}
        return {**words, "type": "string", "enum": values, "x-modelpact": facts}
    if kind == "alias":
        return {**words, "type": "array", "items": draw(_schema(names))}
    properties: dict[str, Json] = {}
    for name in draw(st.lists(hostile_text(), max_size=4, unique=True)):
        properties[name] = {**draw(_words()), **draw(_schema(names))}
    required: list[Json] = [name for name in properties if draw(st.booleans())]
    return {**words, "type": "object", "properties": properties, "required": required}


@st.composite
def hostile_documents(draw: st.DrawFn) -> DocumentSet:
    """A bundle of definitions whose every text is hostile, their names included.

    Names hold no lone surrogates: a reference to them could not be written. Values may.
    """
    encodable = _name().filter(lambda text: not any("\ud800" <= c <= "\udfff" for c in text))
    names = draw(st.lists(encodable, min_size=1, max_size=4, unique=True))
    bundle: dict[str, Json] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": {name: draw(_definition(names)) for name in names},
    }
    document = Document("bundle", "bundle.schema.json", bundle)
    return DocumentSet(draw(_name()), {document.file: document}, draw(_name()), draw(_name()))
