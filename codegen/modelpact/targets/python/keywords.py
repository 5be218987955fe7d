"""Names that generated Python must not use for something else."""

from __future__ import annotations

import keyword
from typing import Final

__all__ = ["FIELDS", "KEYWORDS", "LABELS", "MEMBERS", "TYPES"]

KEYWORDS: Final = frozenset(keyword.kwlist) | {"print", "exec"}
"""What cannot be an identifier (the list is the same from Python 3.11 to 3.14)."""

_BUILTINS: Final = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "str", "tuple"}
)
"""Names that annotations use: a class attribute of such a name would hide the type."""

_MODEL: Final = frozenset(
    {
        "construct", "copy", "dict", "fields", "from_orm", "json", "parse_file", "parse_obj",
        "parse_raw", "schema", "schema_json", "update_forward_refs", "validate",
        "model_computed_fields", "model_config", "model_construct", "model_copy", "model_dump",
        "model_dump_json", "model_extra", "model_fields", "model_fields_set", "model_json_schema",
        "model_parametrized_name", "model_post_init", "model_rebuild", "model_validate",
        "model_validate_json", "model_validate_strings",
        "from_json", "to_json",
    }
)  # fmt: skip
"""Attributes of Pydantic's BaseModel (2.12 to 2.14) and of our own base class."""

FIELDS: Final = KEYWORDS | _BUILTINS | _MODEL
"""What a field must not be called."""

_SCALAR: Final = frozenset(name for kind in (str, int) for name in dir(kind) if name[0] != "_")
MEMBERS: Final = KEYWORDS | _SCALAR | {"is_integer", "mro", "name", "value"}
"""What a member of an enum must not be called: also what enums of strings and integers inherit."""

LABELS: Final = FIELDS | {"count", "index"}
"""What a position of a named tuple must not be called."""

TYPES: Final = KEYWORDS | frozenset(
    {
        "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BufferError",
        "DeprecationWarning", "Ellipsis", "Exception", "ImportError", "IndexError", "KeyError",
        "LookupError", "NameError", "NotImplemented", "OSError", "OverflowError", "RuntimeError",
        "StopIteration", "SyntaxError", "SystemError", "TypeError", "UserWarning", "ValueError",
        "Warning",
    }
)  # fmt: skip
"""What a class must not be called: keywords, and built-in names that would be missed."""
