from __future__ import annotations

import pytest
from jinja2 import UndefinedError

from modelpact.emit.templates import environment


def test_an_undefined_name_is_an_error() -> None:
    made = environment("modelpact.targets.typescript")

    with pytest.raises(UndefinedError):
        made.from_string("{{ missing }}").render()


def test_text_is_printed_as_it_is() -> None:
    made = environment("modelpact.targets.typescript", {"twice": lambda text: text * 2})

    assert made.from_string("{{ '<&>' | twice }}\n").render() == "<&><&>\n"
