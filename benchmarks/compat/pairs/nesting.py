"""Edits of models in models, of models that hold themselves, and of generic ones."""

# fmt: off
# Types are made at run time here.
# mypy: disable-error-code="valid-type, misc"
from __future__ import annotations

from typing import Any, Final, Generic, TypeVar, cast

from benchmarks.compat.pairs.edit import Relation, edit, model
from pydantic import BaseModel, Field, create_model

__all__ = ["EDITS"]

EQUAL, WIDER, NARROWER, INCOMPARABLE = Relation

T = TypeVar("T")


class Page(BaseModel, Generic[T]):
    items: list[T]
    cursor: str | None = None


class CountedPage(BaseModel, Generic[T]):
    items: list[T]
    cursor: str | None = None
    total: int


class Box(BaseModel, Generic[T]):
    value: T


def recursive(title: str, /, **fields: Any) -> Any:
    """A model whose fields may name the model itself, as text."""
    definitions = {n: f if isinstance(f, tuple) else (f, ...) for n, f in fields.items()}
    made = cast("type[BaseModel]", create_model(title, **definitions))  # type: ignore[call-overload]
    made.model_rebuild(_types_namespace={title: made})
    return made


NONE: Final = Field(default=None)
EMPTY: Final[Any] = Field(default_factory=list)

ADDRESS: Final = model("Address", street=str, city=str)
ADDRESS_WITH_COUNTRY: Final = model("Address", street=str, city=str, country=str)
ADDRESS_WITH_UNIT: Final = model("Address", street=str, city=str, unit=(str, ""))
ADDRESS_LENIENT: Final = model("Address", street=(str, ""), city=str)
ADDRESS_WITH_CODE: Final = model("Address", street=str, city=int)


def company(address: Any) -> Any:
    office = model("Office", name=str, address=address)
    return model("Company", name=str, offices=list[office])


_NESTED: Final = (
    edit("a nested model gets a required field", "required", NARROWER,
         model(address=ADDRESS), model(address=ADDRESS_WITH_COUNTRY)),
    edit("a nested model gets an optional field", "property", NARROWER,
         model(address=ADDRESS), model(address=ADDRESS_WITH_UNIT), tolerant=EQUAL),
    edit("a nested field becomes optional", "required", WIDER,
         model(address=ADDRESS), model(address=ADDRESS_LENIENT)),
    edit("a nested field gets another type", "type", INCOMPARABLE,
         model(address=ADDRESS), model(address=ADDRESS_WITH_CODE)),
    edit("a field three models deep becomes required", "required", NARROWER,
         company(ADDRESS), company(ADDRESS_WITH_COUNTRY)),
    edit("a field three models deep becomes optional", "required", WIDER,
         company(ADDRESS), company(ADDRESS_LENIENT)),
    edit("a model that is used twice changes", "required", NARROWER,
         model(billing=ADDRESS, shipping=ADDRESS),
         model(billing=ADDRESS_WITH_COUNTRY, shipping=ADDRESS_WITH_COUNTRY)),
    edit("one of two uses is exchanged", "required", NARROWER,
         model(billing=ADDRESS, shipping=ADDRESS),
         model(billing=ADDRESS, shipping=model("Destination", street=str, city=str, code=str))),
    edit("one use gains and the other loses", "required", INCOMPARABLE,
         model(billing=ADDRESS, shipping=ADDRESS),
         model(billing=ADDRESS_WITH_COUNTRY, shipping=ADDRESS_LENIENT)),
    edit("a nested model is renamed", "title", EQUAL,
         model(address=ADDRESS), model(address=model("Place", street=str, city=str))),
    edit("a nested model becomes a dictionary", "type", WIDER,
         model(address=ADDRESS), model(address=dict[str, Any])),
    edit("a nested model becomes a dictionary of texts", "additionalProperties", INCOMPARABLE,
         model(address=ADDRESS), model(address=dict[str, str]), tolerant=WIDER),
    edit("a nested model may be null", "nullable", WIDER,
         model(address=ADDRESS), model(address=ADDRESS | None)),
    edit("a nested model may no longer lack", "required", NARROWER,
         model(address=(ADDRESS | None, None)), model(address=ADDRESS)),
    edit("a nested model becomes a list of them", "type", INCOMPARABLE,
         model(address=ADDRESS), model(address=list[ADDRESS])),
    edit("fields move into a nested model", "required", INCOMPARABLE,
         model(name=str, street=str, city=str), model(name=str, address=ADDRESS)),
    edit("an optional nested model takes over optional fields", "property", INCOMPARABLE,
         model(name=str, street=(str, "")),
         model(name=str, address=(model("Address", street=(str, "")) | None, None)),
         tolerant=EQUAL),
    edit("a nested model is put in its parent", "required", INCOMPARABLE,
         model(name=str, address=ADDRESS), model(name=str, street=str, city=str)),
    edit("two models that are alike become one", "title", EQUAL,
         model(a=model("A", x=int), b=model("B", x=int)),
         model(a=model("C", x=int), b=model("C", x=int))),
)

_GENERIC: Final = (
    edit("a page's items get another type", "type", INCOMPARABLE,
         model(p=Page[int], n=int), model(p=Page[str], n=int)),
    edit("a page's items get a wider type", "type", WIDER, Page[int], Page[float]),
    edit("a part of a page's items gets another type", "type", INCOMPARABLE,
         CountedPage[ADDRESS], CountedPage[ADDRESS_WITH_CODE]),
    edit("a page counts", "required", NARROWER, Page[int], CountedPage[int]),
    edit("a page of models counts and its items lose a duty", "required", INCOMPARABLE,
         Page[ADDRESS], CountedPage[ADDRESS_LENIENT]),
    edit("a generic model becomes a plain one", "title", EQUAL,
         Box[int], model("IntBox", value=int)),
    edit("a box of a box is widened inside", "type", WIDER, Box[Box[int]], Box[Box[int | None]]),
    edit("a box of anything gets a type", "type", NARROWER, Box[Any], Box[str]),
    edit("two boxes change their arguments", "type", INCOMPARABLE,
         model(a=Box[int], b=Box[str]), model(a=Box[str], b=Box[int])),
    edit("a list of boxes becomes a box of lists", "type", INCOMPARABLE,
         model(x=list[Box[int]]), model(x=Box[list[int]])),
)

TREE: Final = recursive("Tree", name=str, children=("list[Tree]", EMPTY))
TREE_WITH_SIZE: Final = recursive("Tree", name=str, size=int, children=("list[Tree]", EMPTY))
TREE_OF_NUMBERS: Final = recursive("Tree", name=int, children=("list[Tree]", EMPTY))
TREE_STRICT: Final = recursive("Tree", name=str, children="list[Tree]")
TREE_RENAMED: Final = recursive("Branch", name=str, children=("list[Branch]", EMPTY))
TREE_WITH_NOTE: Final = recursive("Tree", name=str, note=(str, ""), children=("list[Tree]", EMPTY))
TREE_BINARY: Final = recursive(
    "Tree", name=str, children=("list[Tree]", Field(default=[], max_length=2)))
TREE_OF_DEPTH_TWO: Final = model(
    "Tree", name=str,
    children=(list[model("Leaf", name=str, children=(list[Any], Field(default=[], max_length=0)))],
              EMPTY))
CHAIN: Final = recursive("Node", value=int, next=("Node | None", NONE))
CHAIN_OF_NUMBERS: Final = recursive("Node", value=float, next=("Node | None", NONE))
CHAIN_WITH_PREVIOUS: Final = recursive(
    "Node", value=int, next=("Node | None", NONE), previous=("Node | None", NONE))
CHAIN_WITHOUT_END: Final = recursive("Node", value=int, next="Node")
CHAIN_TWO_STEPS: Final = recursive(
    "Node", value=int, next=(model("Other", value=int, next=(Any, None)) | None, NONE))
EXPRESSION: Final = recursive("Sum", terms="list[int | Sum]")
EXPRESSION_OF_NUMBERS: Final = recursive("Sum", terms="list[float | Sum]")
EXPRESSION_NOT_EMPTY: Final = recursive("Sum", terms=("list[int | Sum]", Field(min_length=1)))
JSON_LIKE: Final = recursive("Value", content="int | str | list[Value] | dict[str, Value]")
JSON_LIKE_WITH_NULL: Final = recursive(
    "Value", content="int | str | None | list[Value] | dict[str, Value]")
COMMENT: Final = recursive("Comment", text=str, replies=("dict[str, Comment]", Field(default={})))
COMMENT_IN_LIST: Final = recursive(
    "Comment", text=str, replies=("list[Comment]", Field(default=[])))


class Employee(BaseModel):
    name: str
    team: Team | None = None


class Team(BaseModel):
    title: str
    members: list[Employee] = []


class NewEmployee(BaseModel):
    name: str
    team: NewTeam | None = None


class NewTeam(BaseModel):
    title: str
    members: list[NewEmployee] = []
    budget: float


class UnrolledEmployee(BaseModel):
    name: str
    team: UnrolledTeam | None = None


class UnrolledTeam(BaseModel):
    title: str
    members: list[Employee] = []


_RECURSIVE: Final = (
    edit("a tree's nodes get a required field", "required", NARROWER, TREE, TREE_WITH_SIZE),
    edit("a tree's nodes lose a required field", "required", WIDER, TREE_WITH_SIZE, TREE),
    edit("a tree's nodes get an optional field", "property", NARROWER,
         TREE, TREE_WITH_NOTE, tolerant=EQUAL),
    edit("a tree's names become numbers", "type", INCOMPARABLE, TREE, TREE_OF_NUMBERS),
    edit("a tree's leaves must say that they have no children", "required", NARROWER,
         TREE, TREE_STRICT),
    edit("a tree's class is renamed", "title", EQUAL, TREE, TREE_RENAMED),
    edit("a tree becomes a binary one", "maxItems", NARROWER, TREE, TREE_BINARY),
    edit("a tree may be of any depth", "recursion", WIDER, TREE_OF_DEPTH_TWO, TREE),
    edit("a tree is put in a forest", "type", INCOMPARABLE,
         TREE, model("Forest", trees=list[TREE])),
    edit("a chain's values are widened", "type", WIDER, CHAIN, CHAIN_OF_NUMBERS),
    edit("a chain is linked back", "property", NARROWER,
         CHAIN, CHAIN_WITH_PREVIOUS, tolerant=EQUAL),
    edit("a chain has no end and so no value", "recursion", NARROWER, CHAIN, CHAIN_WITHOUT_END),
    edit("two chains that have no values", "recursion", EQUAL,
         CHAIN_WITHOUT_END, recursive("Node", value=str, next="Node")),
    edit("a chain is checked two steps deep only", "recursion", WIDER, CHAIN, CHAIN_TWO_STEPS),
    edit("a sum's numbers are widened", "type", WIDER, EXPRESSION, EXPRESSION_OF_NUMBERS),
    edit("a sum must not be empty", "minItems", NARROWER, EXPRESSION, EXPRESSION_NOT_EMPTY),
    edit("values of any nesting may be null", "nullable", WIDER, JSON_LIKE, JSON_LIKE_WITH_NULL),
    edit("replies move from a map to a list", "type", INCOMPARABLE, COMMENT, COMMENT_IN_LIST),
    edit("one of two models in a cycle gets a required field", "required", NARROWER,
         Employee, NewEmployee),
    edit("a cycle is unrolled once", "recursion", EQUAL, Employee, UnrolledEmployee),
    edit("a cycle is entered at its other model", "type", INCOMPARABLE, Employee, Team),
    edit("a map of trees gets trees with a size", "required", NARROWER,
         model(x=dict[str, TREE]), model(x=dict[str, TREE_WITH_SIZE])),
    edit("a tree may be null or a number", "union", WIDER,
         model(x=TREE), model(x=TREE | int | None)),
)

EDITS = (*_NESTED, *_GENERIC, *_RECURSIVE)
