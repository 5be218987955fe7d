"""Generic types are what all their instances say together, in whatever documents they are."""

from __future__ import annotations

from typing import Any

from modelpact.compat.consumers import sdk_findings
from modelpact.documents.sets import Document, DocumentSet

USER: Any = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}
TEAM: Any = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}


def instance(of: str, origin: str = "Page", *others: str, note: str = "") -> Any:
    """A page of something; other arguments have properties of their own."""
    properties: dict[str, Any] = {"items": {"type": "array", "items": ref(of)}}
    properties |= {f"of_{other.lower()}": ref(other) for other in others}
    return {
        "type": "object",
        "description": note,
        "properties": properties,
        "required": list(properties),
        "x-modelpact": {
            "role": "view",
            "generic": {"origin": origin, "arguments": [ref(of), *map(ref, others)]},
        },
    }


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"{name}.json"}


def documents(**models: Any) -> DocumentSet:
    files = {"User": USER, "Team": TEAM, **models}
    return DocumentSet("shop", {f"{n}.json": Document(n, f"{n}.json", s) for n, s in files.items()})


def said(old: DocumentSet, new: DocumentSet) -> list[str]:
    return [f.message for f in sdk_findings(old, new) if f.rule == "sdk-generic-changed"]


def test_a_generic_type_with_another_name_is_gone() -> None:
    old = documents(UserPage=instance("User"))
    assert said(old, documents(UserPage=instance("User", "Slice"))) == [
        "`Page<T>` is no type of the SDK any more"
    ]


def test_a_generic_type_stays_while_one_instance_of_it_does() -> None:
    old = documents(UserPage=instance("User"), TeamPage=instance("Team"))
    new = documents(UserPage=instance("User", "Slice"), TeamPage=instance("Team"))
    assert said(old, new) == []


def test_a_generic_type_may_take_other_parameters() -> None:
    old = documents(Pair=instance("User", "Both"))
    new = documents(Pair=instance("User", "Both", "Team"))
    assert said(old, new) == ["`Both<T>` takes other parameters now"]


def test_instances_that_do_not_agree_any_more_are_no_generic_type() -> None:
    other = instance("Team")
    other["properties"]["total"] = {"type": "integer"}
    old = documents(UserPage=instance("User"), TeamPage=instance("Team"))
    assert len(said(old, documents(UserPage=instance("User"), TeamPage=other))) == 1


def test_words_of_an_instance_are_nothing() -> None:
    old = documents(UserPage=instance("User"))
    assert said(old, documents(UserPage=instance("User", note="New."))) == []


def test_a_model_of_the_same_name_goes_before_a_generic_type() -> None:
    old = documents(UserPage=instance("User"), Page=USER)
    assert said(old, documents(UserPage=instance("User", "Slice"), Page=USER)) == []
