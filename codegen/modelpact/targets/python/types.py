"""Types of the graph as Python type expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from modelpact.documents.pointers import ROOT
from modelpact.documents.values import Json
from modelpact.emit.target import Diagnostic
from modelpact.graph.nodes import (
    Alias,
    AnyType,
    ArrayType,
    BooleanType,
    Definition,
    Enumeration,
    Graph,
    IntersectionType,
    LiteralType,
    Location,
    MapType,
    NeverType,
    NullType,
    NumberType,
    Record,
    Reference,
    StringType,
    TupleType,
    Type,
    UnionType,
)
from modelpact.targets.python.formats import PATTERNS, form_of
from modelpact.targets.python.forms import Form
from modelpact.targets.python.names import Names
from modelpact.targets.python.patterns import for_rust
from modelpact.targets.python.text import number_literal, python_literal, string_literal
from modelpact.targets.python.uses import Uses

__all__ = ["TypeWriter"]


_ANY_STRING: Final = StringType()
_STR: Final = Form("str")


class TypeWriter:
    """Writes type expressions for one module after another.

    Args:
        graph: The contract.
        names: What its types are called.
        modules: The module of each definition and brand, by its name.

    Attributes:
        diagnostics: What was written less exactly than the graph has it.
        uses: What the module at hand imports.
        module: Its name.
        location: The place that diagnostics name.

    """

    def __init__(self, graph: Graph, names: Names, modules: Mapping[str, str]) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.module = ""
        self.location = Location("", ROOT)
        self._graph = graph
        self._names = names
        self._modules = modules
        self._taken = frozenset(names.classes.values())
        self.uses = Uses(self._taken)
        self._writers: dict[type[Type], Callable[[Any], Form]] = {
            StringType: self._string,
            Reference: self._referred,
            NumberType: self._number,
            BooleanType: self._boolean,
            UnionType: self._union,
            ArrayType: self._array,
            MapType: self._map,
            LiteralType: self._literal_type,
            TupleType: self._tuple,
            NullType: self._null,
            AnyType: self._any,
            NeverType: self._never,
            IntersectionType: self._intersection,
        }

    def enter(self, module: str) -> None:
        """Begin a module."""
        self.module = module
        self.uses = Uses(self._taken)

    def text(self, type_: Type) -> str:
        """A whole expression."""
        return self.form(type_).text(self.uses)

    def name(self, definition: str) -> str:
        """A generated type, imported where it lives in another module."""
        name = self._names.classes[definition]
        home = self._modules[definition]
        return name if home == self.module else self.uses.sibling(home, name)

    def less_exact(self, rule: str, message: str) -> None:
        """Say that something is written less exactly than the schema has it."""
        self.diagnostics.append(Diagnostic(rule, message, self.location))

    def form(self, type_: Type) -> Form:
        """A type, and what is said of it."""
        return self._writers[type(type_)](type_)

    def _null(self, _: NullType) -> Form:
        return Form("None")

    def _boolean(self, _: BooleanType) -> Form:
        return Form("bool")

    def _any(self, _: AnyType) -> Form:
        return Form(self.uses.of("JsonValue"))

    def _never(self, _: NeverType) -> Form:
        return Form(self.uses.of("Never"), marks=(self.uses.of("FORBIDDEN"),))

    def _literal_type(self, literal: LiteralType) -> Form:
        return self._literal(literal.values)

    def _referred(self, reference: Reference) -> Form:
        return self._reference(self._graph.definitions[reference.name])

    def _reference(self, definition: Definition) -> Form:
        body = definition.body
        name = self.name(definition.name)
        if isinstance(body, Enumeration) and body.extensible:
            other = {"string": "str", "number": "float", "boolean": "bool"}.get(body.base)
            other = other or self.uses.of("Integer" if body.base == "integer" else "JsonValue")
            return Form(f"{name} | {other}", marks=(self.uses.of("KNOWN_FIRST"),))
        if isinstance(body, Alias) and _brand_of(body.type):
            form = self.form(body.type)
            return Form(name, form.arguments, form.marks)
        return Form(name)

    def _string(self, string: StringType) -> Form:
        if string == _ANY_STRING:
            return _STR
        held = form_of(string)
        if not held.checked:
            self.less_exact("unchecked-format", f"format {string.format!r} is not checked")
        base = self.name(string.brand) if string.brand else self.plain_base(string)
        patterns = [read for pattern in string.patterns if (read := self._readable(pattern))]
        if string.format in PATTERNS:
            patterns.append(PATTERNS[string.format])
        limits = _lengths("min_length", "max_length", string.min_length, string.max_length)
        if held.native:
            return Form(base, marks=self._text_marks(patterns, limits))
        matches = self.uses.of("Matches") if len(patterns) > 1 else ""
        first = [f"pattern={string_literal(pattern)}" for pattern in patterns[:1]]
        marks = tuple(f"{matches}({string_literal(pattern)})" for pattern in patterns[1:])
        return Form(base, (*limits, *first), marks)

    def plain_base(self, type_: StringType | NumberType) -> str:
        """The class that a brand is made of."""
        if isinstance(type_, NumberType):
            return self.uses.of("Integer") if type_.integer else "float"
        held = form_of(type_)
        return self.uses.of(held.name) if held.native else "str"

    def _text_marks(self, patterns: Sequence[str], limits: Sequence[str]) -> tuple[str, ...]:
        """What is demanded of the text of a value that is not held as text."""
        if not patterns and not limits:
            return ()
        text = self.uses.of("Text")
        marks = [f"{text}({', '.join(limits)})"] if limits else []
        return (*marks, *(f"{text}(pattern={string_literal(pattern)})" for pattern in patterns))

    def _readable(self, pattern: str) -> str | None:
        read = for_rust(pattern)
        if read is None:
            message = f"the pattern {pattern!r} is not checked: Pydantic's engine cannot read it"
            self.less_exact("unchecked-pattern", message)
        return read

    def _number(self, number: NumberType) -> Form:
        arguments = tuple(self._bounds(number))
        if number.integer:
            plain = not arguments and not number.brand
            base = self.uses.of("Integer") if plain else "int"
            marks = () if plain else (self.uses.of("INTEGRAL"),)
        else:
            base, marks = "float", ()
        if number.brand:
            base = self.name(number.brand)
        return Form(base, arguments, marks)

    def _bounds(self, number: NumberType) -> Iterator[str]:
        limits = (
            ("gt" if number.exclusive_minimum else "ge", number.minimum, ceil),
            ("lt" if number.exclusive_maximum else "le", number.maximum, floor),
        )
        for word, limit, rounded in limits:
            if limit is None:
                continue
            if number.integer and limit.denominator != 1:
                yield from self._bound(word[0] + "e", Fraction(rounded(limit)))
            else:
                yield from self._bound(word, limit)
        step = number.multiple_of
        if step is not None:
            whole = Fraction(step.numerator) if number.integer else step
            if not (number.integer and whole == 1):
                yield from self._bound("multiple_of", whole)

    def _bound(self, word: str, limit: Fraction) -> Iterator[str]:
        literal = number_literal(limit)
        if literal is None:
            self.less_exact("unchecked-bound", f"{word} {limit} is no exact Python number")
        else:
            yield f"{word}={literal}"

    def _array(self, array: ArrayType) -> Form:
        limits = _lengths("min_length", "max_length", array.min_items, array.max_items)
        marks = (self.uses.of("UNIQUE"),) if array.unique else ()
        return Form(f"list[{self.text(array.items)}]", limits, marks)

    def _map(self, mapping: MapType) -> Form:
        limits = _lengths(
            "min_length", "max_length", mapping.min_properties, mapping.max_properties
        )
        key = {"integer": "int", "boolean": "bool"}.get(mapping.key_kind)
        return Form(f"dict[{key or self.text(mapping.keys)}, {self.text(mapping.values)}]", limits)

    def _tuple(self, tuple_: TupleType) -> Form:
        items = [self.text(item.type) for item in tuple_.items]
        if not items and tuple_.rest is not None:
            rest = ArrayType(tuple_.rest, tuple_.min_items, tuple_.max_items, tuple_.unique)
            return self._array(rest)
        lengths = range(tuple_.required, len(items) + 1)
        members = [f"tuple[{', '.join(items[:length]) or '()'}]" for length in lengths]
        marks = (self.uses.of("UNIQUE"),) if tuple_.unique else ()
        if tuple_.rest is None:
            return Form(" | ".join(members), marks=marks)
        least = tuple_.min_items if tuple_.min_items > len(items) else 0
        limits = _lengths("min_length", "max_length", least, tuple_.max_items)
        whole = Form(
            f"tuple[{', '.join(items)}, *tuple[{self.text(tuple_.rest)}, ...]]",
            marks=(f"{self.uses.of('Tail')}({', '.join(limits)})",),
            tight=True,
        )
        if len(members) == 1:
            return whole.saying((), marks)
        shorter = " | ".join(members[:-1])
        return Form(f"{shorter} | {whole.text(self.uses)}", marks=marks)

    def _literal(self, values: Sequence[Json]) -> Form:
        """Literals, by kind: to Python ``True`` is 1, to JSON it is not."""
        words = [v for v in values if isinstance(v, str)]
        switches = [v for v in values if isinstance(v, bool)]
        numbers = [v for v in values if isinstance(v, int) and not isinstance(v, bool)]
        others = [v for v in values if not isinstance(v, str | int) and v is not None]
        members = [
            form
            for form in (
                self._literals(words, ""),
                self._literals(numbers, "INTEGRAL"),
                self._literals(switches, "BOOLEAN"),
                self._one_of(others),
                Form("None") if None in values else None,
            )
            if form is not None
        ]
        return members[0] if len(members) == 1 else self._joined(members)

    def _literals(self, values: Sequence[Json], mark: str) -> Form | None:
        if not values:
            return None
        inner = ", ".join(map(python_literal, values))
        marks = (self.uses.of(mark),) if mark else ()
        return Form(f"{self.uses.of('Literal')}[{inner}]", marks=marks)

    def _one_of(self, values: Sequence[Json]) -> Form | None:
        if not values:
            return None
        arguments = ", ".join(map(python_literal, values))
        return Form(self.uses.of("JsonValue"), marks=(f"{self.uses.of('OneOf')}({arguments})",))

    def _joined(self, members: Sequence[Form]) -> Form:
        """A union of several forms, null last."""
        return Form(" | ".join(member.text(self.uses) for member in members))

    def _union(self, union: UnionType) -> Form:
        members = [member for member in union.members if not isinstance(member, NullType)]
        null = len(members) < len(union.members)
        if union.exclusive:
            message = "oneOf is read as anyOf: a value of several members is not refused"
            self.less_exact("widened-type", message)
        if not members:
            return Form("None")
        forms = [self.form(member) for member in members]
        whole = forms[0] if len(forms) == 1 else self._joined(forms)
        tag = self._tag(union, members)
        if tag:
            whole = whole.saying((f"discriminator={string_literal(tag)}",), ())
        return whole.or_null(self.uses) if null else whole

    def _tag(self, union: UnionType, members: Sequence[Type]) -> str:
        """The field that tells the members apart, where Pydantic can use it."""
        found = union.discriminator
        if found is None or len(members) == 1:
            return ""
        fields = {self._tag_field(member, found.property) for member in members}
        return fields.pop() if len(fields) == 1 else ""

    def _tag_field(self, member: Type, tag: str) -> str:
        definition = self._graph.definitions[member.name] if isinstance(member, Reference) else None
        if definition is None or not isinstance(definition.body, Record):
            return ""
        for own in definition.body.properties:
            if own.name == tag and own.required and isinstance(own.type, LiteralType):
                strings = all(isinstance(value, str) for value in own.type.values)
                return self._names.fields[definition.name][tag] if strings else ""
        return ""

    def _intersection(self, intersection: IntersectionType) -> Form:
        """The first part where all are scalars; else any JSON value, so that nothing is lost."""
        scalars = StringType | NumberType | LiteralType
        message = "allOf is not checked as a whole"
        self.less_exact("widened-type", message)
        for part in intersection.parts:
            if isinstance(part, scalars):
                return self.form(part)
        return Form(self.uses.of("JsonValue"))


def _brand_of(type_: Type) -> str:
    return type_.brand if isinstance(type_, StringType | NumberType) else ""


def _lengths(least: str, most: str, minimum: int, maximum: int | None) -> tuple[str, ...]:
    limits = [f"{least}={minimum}"] if minimum else []
    if maximum is not None:
        limits.append(f"{most}={maximum}")
    return tuple(limits)
