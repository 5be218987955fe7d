"""Generic models are found again from what their instances have in common."""

from __future__ import annotations

from typing import Any

from modelpact.documents.sets import Document, DocumentSet
from modelpact.graph.generics import GenericModel, Parameter, generic_models
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import ArrayType, Reference, StringType

TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def instance(origin: str, *arguments: Any, **members: Any) -> dict[str, Any]:
    facts = {"generic": {"origin": origin, "arguments": list(arguments)}}
    return {"type": "object", "properties": members, "x-modelpact": facts}


def models(**schemas: Any) -> tuple[GenericModel, ...]:
    found = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in schemas.items()}
    return generic_models(lower(DocumentSet("shop", found)))


def types_of(model: GenericModel) -> dict[str, object]:
    return {prop.name: prop.type for prop in model.record.properties}


def test_what_differs_by_the_argument_is_a_parameter() -> None:
    (page,) = models(
        A=instance("Page", TEXT, items={"type": "array", "items": TEXT}, cursor=TEXT),
        B=instance("Page", WHOLE, items={"type": "array", "items": WHOLE}, cursor=TEXT),
    )
    assert (page.name, page.parameters, tuple(page.instances)) == ("Page", ("T",), ("A", "B"))
    assert types_of(page) == {"items": ArrayType(Parameter("T")), "cursor": StringType()}  # type: ignore[arg-type]


def test_of_one_instance_all_that_equals_the_argument_is_the_parameter() -> None:
    (box,) = models(
        Thing=TEXT,
        A=instance("Box", {"$ref": "Thing.schema.json"}, it={"$ref": "Thing.schema.json"}),
    )
    assert types_of(box) == {"it": Parameter("T")}
    assert box.instances == {"A": (Reference("Thing"),)}


def test_several_parameters_have_names_of_their_own() -> None:
    (pair,) = models(
        A=instance("Pair", TEXT, WHOLE, first=TEXT, second=WHOLE),
        B=instance("Pair", WHOLE, TEXT, first=WHOLE, second=TEXT),
    )
    assert types_of(pair) == {"first": Parameter("T"), "second": Parameter("U")}


def test_instances_that_differ_otherwise_are_types_of_their_own() -> None:
    assert (
        models(
            A=instance("Page", TEXT, items=TEXT, more=TEXT),
            B=instance("Page", WHOLE, items=WHOLE, more=WHOLE | {"minimum": 1}),
        )
        == ()
    )


def test_words_that_differ_are_not_lost() -> None:
    assert (
        models(
            A=instance("Page", TEXT, items={**TEXT, "description": "Names."}),
            B=instance("Page", WHOLE, items={**WHOLE, "description": "Numbers."}),
        )
        == ()
    )


def test_an_argument_that_the_body_does_not_show_makes_no_generic() -> None:
    assert models(A=instance("Tagged", TEXT, it=WHOLE)) == ()


def test_a_generic_does_not_take_the_name_of_a_type() -> None:
    assert models(Page=TEXT, A=instance("Page", WHOLE, it=WHOLE)) == ()
