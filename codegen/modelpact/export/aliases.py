"""The names that a field has on the wire, from what Pydantic has resolved."""

from __future__ import annotations

from typing import Any

__all__ = ["wire_names"]


def wire_names(name: str, core_field: Any, direction: str, config: Any) -> tuple[str, ...]:
    """The names of a field: one that is emitted; all that are read.

    ``AliasChoices`` gives several names to read, and the schema accepts each. ``AliasPath`` gives
    none. A field name that ``validate_by_name`` (``populate_by_name``) accepts beside the alias is
    a convenience for Python code and no name on the wire.

    Args:
        name: The field's name in Python.
        core_field: Pydantic's core schema of the field.
        direction: ``validation`` or ``serialization``.
        config: Pydantic's configuration of the model.

    """
    if core_field["type"] == "computed-field":
        return (core_field.get("alias", name),)
    if direction == "serialization":
        return (core_field.get("serialization_alias", name),)
    alias: Any = core_field.get("validation_alias", name)
    if config.validate_by_alias is False:
        return (name,)
    if isinstance(alias, str):
        return (alias,)
    paths = [alias] if alias and not isinstance(alias[0], list) else alias
    names = [path[0] for path in paths if len(path) == 1 and isinstance(path[0], str)]
    return tuple(dict.fromkeys(names))
