"""Two validators that know nothing of our engine, behind one small face.

jsonschema-rs is exact and fast; jsonschema is another implementation by other people. Where they
differ by nature they are made to answer the same question:

* numbers: jsonschema computes with floats, so it is given exact fractions instead;
* patterns: it would use Python's ``re``, which is another dialect; each pattern is therefore
  matched by the engine of jsonschema-rs, and jsonschema sees a list of the strings that match;
* formats: those that jsonschema checks with the standard library alone it checks itself; for the
  others (which it checks only if the right packages happen to be installed) it asks jsonschema-rs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, Protocol, cast

from modelpact.compat.policy import FormatPolicy
from modelpact.compat.subjects import absolute
from modelpact.compat.witness.preparation import has_patterns, prepare, strings_of, with_fractions
from modelpact.documents.dialects import DRAFT202012, Dialect, dialect_named
from modelpact.documents.resources import join_uri
from modelpact.documents.values import Json

__all__ = [
    "PythonValidator",
    "RustValidator",
    "Validator",
    "dialect_of",
]


class Validator(Protocol):
    """Something that decides whether one schema accepts a value."""

    def accepts(self, value: Json) -> bool:
        """Whether the value is valid. Raises whatever the implementation raises when it fails."""
        ...


def dialect_of(schema: Json, resources: Mapping[str, Json]) -> Dialect:
    """The draft of a schema; where ``$schema`` is a metaschema among the resources, its draft."""
    uri = schema.get("$schema") if isinstance(schema, Mapping) else None
    for _ in range(_METASCHEMAS_DEEP):
        if not isinstance(uri, str):
            break
        found = dialect_named(uri)
        if found is not None:
            return found
        metaschema = resources.get(uri, resources.get(uri.removesuffix("#")))
        uri = metaschema.get("$schema") if isinstance(metaschema, Mapping) else None
    return DRAFT202012


_METASCHEMAS_DEEP: Final = 8


class RustValidator:
    """jsonschema-rs, offline.

    Args:
        schema: The schema.
        uri: The schema's own name among ``resources``; relative references start from it.
        resources: Other documents, by URI or by relative name.
        formats: Whether ``format`` restricts values.

    """

    def __init__(
        self,
        schema: Json,
        *,
        uri: str = "",
        resources: Mapping[str, Json] | None = None,
        formats: FormatPolicy = "assert",
    ) -> None:
        import jsonschema_rs

        options: dict[str, Any] = {
            "base_uri": absolute(uri),
            "validate_formats": formats == "assert",
            "offline": True,
        }
        if resources:
            named = [(absolute(key), value) for key, value in resources.items()]
            options["registry"] = jsonschema_rs.Registry(cast("Any", named))
        automata = jsonschema_rs.RegexOptions()
        try:
            self._validator = jsonschema_rs.validator_for(
                cast("Any", schema), pattern_options=automata, **options
            )
        except ValueError:
            # Look-around needs the backtracking engine. It is not the first choice because it
            # takes "a" for a match of `a+b*a+` (0.60.3), and so would dispute good witnesses.
            self._validator = jsonschema_rs.validator_for(cast("Any", schema), **options)

    def accepts(self, value: Json) -> bool:
        """Whether the value is valid."""
        return self._validator.is_valid(cast("Any", value))

    def errors(self, value: Json) -> list[Any]:
        """Every error (``jsonschema_rs.ValidationError``), in the order of the schema."""
        return list(self._validator.iter_errors(cast("Any", value)))


class PythonValidator:
    """jsonschema, offline, with exact numbers; with the arguments of :class:`RustValidator`."""

    def __init__(
        self,
        schema: Json,
        *,
        uri: str = "",
        resources: Mapping[str, Json] | None = None,
        formats: FormatPolicy = "assert",
    ) -> None:
        given = resources or {}
        self._dialect = dialect_of(schema, given)
        self._root = absolute(uri)
        self._documents = {absolute(key): value for key, value in given.items()}
        self._documents[self._root] = schema
        self._fixed: dict[str, Any] = {}
        self._matchers: dict[str, RustValidator] = {}
        self._formats = formats

    def accepts(self, value: Json) -> bool:
        """Whether the value is valid."""
        from referencing.exceptions import Unresolvable

        strings = strings_of(value)
        exact_value = with_fractions(value, self._dialect)
        try:
            return bool(self._build(self._lazy_registry(strings)).is_valid(exact_value))
        except Unresolvable:
            # Perhaps it is an `$id` inside a document that nothing has asked for by its own name.
            return bool(self._build(self._whole_registry(strings)).is_valid(exact_value))

    def _build(self, registry: Any) -> Any:
        return _validator_class(self._dialect)(
            {"$ref": self._root},
            registry=registry,
            format_checker=_format_checker(self._dialect) if self._formats == "assert" else None,
        )

    def _lazy_registry(self, strings: tuple[str, ...]) -> Any:
        """Documents are prepared when a reference leads to them: most of many never are."""
        from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
        from referencing import Registry

        prepared: dict[str, Any] = {}

        def retrieve(uri: str) -> Any:
            name = self._names.get(uri)
            if name is None:
                return REGISTRY[uri]
            if name not in prepared:
                prepared[name] = self._resource(name, strings)
            return prepared[name]

        return Registry(retrieve=retrieve)  # type: ignore[call-arg]

    def _whole_registry(self, strings: tuple[str, ...]) -> Any:
        from jsonschema_specifications import REGISTRY

        return REGISTRY.with_resources(
            (name, self._resource(name, strings)) for name in self._documents
        )

    def _resource(self, name: str, strings: tuple[str, ...]) -> Any:
        """A document, prepared for a value with these strings."""
        from referencing import Resource
        from referencing.jsonschema import specification_with

        found = self._fixed.get(name)
        if found is None:
            document = self._documents[name]
            schema = prepare(document, self._dialect, strings, self._matches)
            found = Resource.from_contents(schema, specification_with(self._dialect.uri))
            if not has_patterns(document):
                self._fixed[name] = found
        return found

    @cached_property
    def _names(self) -> dict[str, str]:
        """The documents by every URI that they go by: the given one and their own ``$id``."""
        found = {name: name for name in self._documents}
        for name, document in self._documents.items():
            stated = document.get(self._dialect.id_keyword) if isinstance(document, dict) else None
            if isinstance(stated, str):
                found.setdefault(join_uri(name, stated.partition("#")[0]), name)
        return found

    def _matches(self, pattern: str, text: str) -> bool:
        matcher = self._matchers.get(pattern)
        if matcher is None:
            matcher = self._matchers[pattern] = RustValidator({"pattern": pattern})
        return matcher.accepts(text)


def _validator_class(dialect: Dialect) -> Any:
    from jsonschema import validators

    return validators.validator_for({"$schema": dialect.uri})


_STANDARD_LIBRARY_FORMATS: Final = ("date", "email", "idn-email", "ipv4", "ipv6", "uuid")


def _format_checker(dialect: Dialect) -> Any:
    """Formats for jsonschema that do not depend on which packages are installed."""
    from jsonschema import FormatChecker

    theirs = _validator_class(dialect).FORMAT_CHECKER.checkers
    checker = FormatChecker(formats=())
    for name in _STANDARD_LIBRARY_FORMATS:
        if name in theirs:
            checker.checkers = {**checker.checkers, name: theirs[name]}
    return _FormatChecker(checker, dialect)


class _FormatChecker:
    """What jsonschema asks about formats."""

    def __init__(self, standard: Any, dialect: Dialect) -> None:
        self._standard = standard
        self._dialect = dialect

    def check(self, instance: object, format: str) -> None:  # noqa: A002 - jsonschema's own name
        """Raise jsonschema's ``FormatError`` where the instance is not of the format."""
        from jsonschema.exceptions import FormatError

        if format in self._standard.checkers:
            self._standard.check(instance, format)
        elif isinstance(instance, str):
            schema = {"$schema": self._dialect.uri, "format": format}
            if not RustValidator(schema).accepts(instance):
                raise FormatError(f"{instance!r} is not a {format!r}")
