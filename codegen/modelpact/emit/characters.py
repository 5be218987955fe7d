"""Characters that must not stand as themselves in generated text.

Decided by fixed tables and by Unicode 3.2 (the one version that every Python carries), so that the
output does not depend on which Unicode the running Python knows.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["HAZARDS", "code_point", "has_hazards"]

HAZARDS: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; tab and newline are left to the caller
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # invisible
    "\u200b-\u200f\u2028-\u202f\u205f-\u206f"  # zero widths, line separators, bidi
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff"
    "\ud800-\udfff"  # lone surrogates: no UTF-8 exists for them
    "\U000e0000-\U000e0fff"  # tags and variation selectors
)
"""The inside of a regular expression's class: control, bidi and invisible characters, line
separators, lone surrogates."""

_HAZARD: Final = re.compile(f"[{HAZARDS}]")


def has_hazards(text: str) -> bool:
    """Whether any such character is in a text."""
    return not (text.isascii() and text.isprintable()) and _HAZARD.search(text) is not None


def code_point(character: str) -> str:
    """The hexadecimal number of a character, four digits at least: ``202E``."""
    return f"{ord(character):04X}"
