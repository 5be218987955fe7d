"""From the graph to views of modules: every decision is made here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from modelpact.emit.target import Diagnostic
from modelpact.emit.words import deprecation, generated_notice
from modelpact.errors import ModelpactError
from modelpact.graph.nodes import (
    Alias,
    AnyType,
    Definition,
    Enumeration,
    Graph,
    Location,
    NumberType,
    Property,
    Record,
    StringType,
    TupleType,
    Type,
    Unexpressed,
)
from modelpact.targets.python.context import Context
from modelpact.targets.python.defaults import DefaultWriter
from modelpact.targets.python.docs import (
    INDENT,
    definition_docstring,
    described,
    property_docstring,
    words_of,
)
from modelpact.targets.python.layout import annotated, assigned
from modelpact.targets.python.modules import Grouping, circles, references
from modelpact.targets.python.names import Names, label_names, member_names
from modelpact.targets.python.scalars import plain_base
from modelpact.targets.python.text import docstring, python_literal, string_literal
from modelpact.targets.python.types import TypeWriter
from modelpact.targets.python.views import BlockView, ModuleView

__all__ = ["Plan"]


class Plan:
    """The package of one graph.

    Attributes:
        grouping: Which definitions share a module.
        names: What everything is called.
        diagnostics: What is said less exactly than the graph has it.

    """

    def __init__(self, graph: Graph) -> None:
        self.grouping = Grouping.of(graph)
        self.names = Names.of(graph, self.grouping.brands)
        self._graph = graph
        self._context = Context(self.names, self.grouping.homes)
        self._types = TypeWriter(graph, self._context)
        self._defaults = DefaultWriter(graph, self._context, self._types)
        self._notice = generated_notice(graph.name)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What has been found so far."""
        return self._context.diagnostics

    def modules(self) -> Iterator[tuple[str, ModuleView]]:
        """Every module, by its name.

        Raises:
            ModelpactError: A definition holds what no Python source can.

        """
        if self.grouping.brands:
            self._context.enter("brands")
            yield "brands", self._module([self._brand(b) for b in self.grouping.brands])
        for module, definitions in self.grouping.modules.items():
            self._context.enter(module)
            try:
                blocks = self._blocks(definitions)
            except UnicodeEncodeError as error:
                raise _surrogate(self._context.location) from error
            yield module, self._module(blocks)

    def _module(self, blocks: Sequence[BlockView]) -> ModuleView:
        return ModuleView(self._notice, tuple(self._context.uses.lines()), tuple(blocks))

    def _blocks(self, definitions: Sequence[str]) -> list[BlockView]:
        """Classes first, then aliases, which are evaluated where they stand.

        Those come last that name others; those that name each other in a circle are evaluated late.
        """
        nodes = [self._graph.definitions[name] for name in definitions]
        blocks = [
            self._block(node, node.body) for node in nodes if not isinstance(node.body, Alias)
        ]
        aliases = {node.name: node.body.type for node in nodes if isinstance(node.body, Alias)}
        edges = {
            name: [other for other in references(type_) if other in aliases]
            for name, type_ in aliases.items()
        }
        for circle in circles(edges):
            lazy = len(circle) > 1 or circle[0] in edges[circle[0]]
            blocks += (
                self._alias(self._graph.definitions[n], aliases[n], lazy=lazy) for n in circle
            )
        return blocks

    def _block(self, definition: Definition, body: Record | Enumeration) -> BlockView:
        self._context.location = definition.location
        self._report(definition.unexpressed)
        if isinstance(body, Enumeration):
            return self._enumeration(definition, body)
        return self._record(definition, body)

    def _report(self, unexpressed: Sequence[Unexpressed]) -> None:
        for one in unexpressed:
            message = f"the keyword {one.keyword!r} is not checked"
            self.diagnostics.append(Diagnostic("unchecked-keyword", message, one.location))

    # --- records ---------------------------------------------------------------------------------

    def _record(self, definition: Definition, record: Record) -> BlockView:
        name = self.names.classes[definition.name]
        own = self.names.fields[definition.name]
        fields = tuple(self._field(member, own[member.name]) for member in record.properties)
        return BlockView(
            "class",
            f"class {name}({self._context.uses.of('Model')}):",
            definition_docstring(definition, INDENT),
            tuple(self._config(record)),
            fields,
        )

    def _config(self, record: Record) -> Iterator[str]:
        self._report_members(record)
        policy = {"closed": "forbid", "open": "allow"}.get(record.extras)
        if record.patterns or (record.extras == "unsaid" and not record.properties):
            policy = "allow"
        if policy is not None:
            config = self._context.uses.of("ConfigDict")
            yield f'{INDENT}model_config = {config}(extra="{policy}")'
        extra = None if record.extras != "open" or record.patterns else record.extra
        if extra is not None and not isinstance(extra, AnyType):
            text = self._types.text(extra)
            value = f"{self._context.uses.of('Field')}(init=False)"
            yield annotated(INDENT, "__pydantic_extra__", f"dict[str, {text}]", value)

    def _report_members(self, record: Record) -> None:
        if record.patterns:
            self._context.less_exact("unchecked-keyword", "members by pattern are not checked")
        if record.min_properties or record.max_properties is not None:
            self._context.less_exact("unchecked-keyword", "the number of members is not checked")

    def _field(self, member: Property, name: str) -> str:
        context = self._context
        context.location = member.location
        if member.unexpressed:
            self._report(member.unexpressed)
        form = self._types.form(member.type)
        value = self._defaults.assigned(member)
        arguments: tuple[str, ...] = ()
        marks: tuple[str, ...] = ()
        if not member.required and not value:
            form = form.or_null(context.uses)
            marks = (context.uses.of("ABSENT"),)
            value = "None"
        if name != member.name:
            marks = (*marks, f"{context.uses.of('Wire')}({string_literal(member.name)})")
        message = deprecation(member.words.deprecated, member.words.life)
        if message is not None:
            arguments = (f"deprecated={string_literal(message) if message else True}",)
        if arguments or marks:
            form = form.saying(arguments, marks)
        code = annotated(INDENT, name, form.text(context.uses), value)
        return described(code, property_docstring(member))

    # --- enumerations and aliases ----------------------------------------------------------------

    def _enumeration(self, definition: Definition, enumeration: Enumeration) -> BlockView:
        base = {"string": "StrEnum", "integer": "IntegerEnum"}.get(enumeration.base, "ScalarEnum")
        fields = tuple(
            described(
                assigned(INDENT, name, python_literal(member.value)),
                docstring(words_of(member.description, member), INDENT),
            )
            for member, name in zip(enumeration.members, member_names(enumeration), strict=True)
        )
        name = self.names.classes[definition.name]
        return BlockView(
            "class",
            f"class {name}({self._context.uses.of(base)}):",
            definition_docstring(definition, INDENT),
            (),
            fields,
        )

    def _alias(self, definition: Definition, type_: Type, *, lazy: bool) -> BlockView:
        self._context.location = definition.location
        self._report(definition.unexpressed)
        name = self.names.classes[definition.name]
        if isinstance(type_, TupleType) and _is_named(type_):
            return self._named_tuple(definition, type_)
        if isinstance(type_, StringType | NumberType) and type_.brand:
            return self._new_type(definition.name, type_, definition_docstring(definition, ""))
        text = self._types.text(type_)
        words = definition_docstring(definition, "")
        if lazy:
            alias = self._context.uses.of("TypeAliasType")
            literal = string_literal(text)
            return BlockView("alias", assigned("", name, f'{alias}("{name}", {literal})'), words)
        alias = self._context.uses.of("TypeAlias")
        return BlockView("alias", annotated("", name, alias, text), words)

    def _brand(self, brand: str) -> BlockView:
        return self._new_type(brand, self.grouping.brands[brand], "")

    def _new_type(self, brand: str, type_: StringType | NumberType, words: str) -> BlockView:
        name = self.names.classes[brand]
        base = plain_base(self._context, type_)
        value = f'{self._context.uses.of("NewType")}("{name}", {base})'
        return BlockView("alias", assigned("", name, value), words)

    def _named_tuple(self, definition: Definition, type_: TupleType) -> BlockView:
        labels = label_names(item.label for item in type_.items)
        fields = tuple(
            described(
                annotated(INDENT, labels[item.label], self._types.text(item.type)),
                docstring([item.description], INDENT),
            )
            for item in type_.items
        )
        of = self._context.uses.of
        methods = (
            "",
            "    @classmethod",
            "    def __get_pydantic_core_schema__(",
            f"        cls, source: {of('Any')}, handler: {of('GetCoreSchemaHandler')}",
            f"    ) -> {of('CoreSchema')}:",
            f"        return {of('named_tuple_schema')}(cls, handler)",
        )
        head = f"class {self.names.classes[definition.name]}({of('NamedTuple')}):"
        return BlockView(
            "class", head, definition_docstring(definition, INDENT), (), fields, methods
        )


def _surrogate(location: Location) -> ModelpactError:
    return ModelpactError(
        "a text holds half a surrogate pair, which UTF-8 has no form for",
        where=str(location),
        advice="Write the whole character, or leave it out.",
        rule="lone-surrogate",
    )


def _is_named(type_: TupleType) -> bool:
    every = type_.required == len(type_.items) > 0 and type_.rest is None
    return every and len({item.label for item in type_.items} - {""}) == len(type_.items)
