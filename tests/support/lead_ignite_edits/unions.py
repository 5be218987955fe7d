"""Unions and their tags."""

from __future__ import annotations

from support.lead_ignite_edits.edit import Edit, breaks, breaks_code, edit, means_nothing

__all__ = ["EDITS"]

_BILLING = "user/billing.py"
_SEARCH = "user/saved_search.py"
_METHODS = "CardPayment | BankAccountPayment | PayPalPayment | InvoicePayment"
_BACKWARDS = "InvoicePayment | PayPalPayment | BankAccountPayment | CardPayment"
_FEWER = "CardPayment | BankAccountPayment | PayPalPayment"
_VALUES = "str | bool | int | float | list[str]"
_CRYPTO = '''@Role("value")
class CryptoPayment(_PaymentMethod):
    """A wallet."""

    kind: Literal["crypto"] = Field(description="Tells a wallet from other ways to pay.")


'''
_DETAILS = '@Role("value")\nclass PaymentDetails(RootModel['
_EVENTS = "UserCreated | UserUpdated | UserDeleted"
_SUSPENDED = '''@Role("event")
class UserSuspended(Event[UserReference]):
    """A user was suspended."""

    type: Literal["user.suspended"] = Field(description="Tells this event from others.")


'''
_USER_EVENT = '@Role("event")\nclass UserEvent(RootModel['

EDITS: tuple[Edit, ...] = (
    edit(
        "a union has one more member",
        breaks("union-member"),
        (_SEARCH, f"TypeAlias = {_VALUES}", f"TypeAlias = {_VALUES} | dict[str, str]"),
    ),
    edit(
        "a union has one member less",
        breaks("union-member"),
        (_SEARCH, f"TypeAlias = {_VALUES}", "TypeAlias = str | bool | int | float"),
    ),
    edit(
        "the members of a union change places",
        means_nothing(),
        (_SEARCH, f"TypeAlias = {_VALUES}", "TypeAlias = list[str] | float | bool | int | str"),
    ),
    edit(
        "a member of a union is there twice",
        means_nothing(),
        (_SEARCH, f"TypeAlias = {_VALUES}", f"TypeAlias = {_VALUES} | list[str]"),
    ),
    edit(
        "a tagged union has one more member",
        breaks("union-member"),
        (_BILLING, f"{_DETAILS}{_METHODS}", f"{_CRYPTO}{_DETAILS}{_METHODS} | CryptoPayment"),
        (_BILLING, f"root: {_METHODS}", f"root: {_METHODS} | CryptoPayment"),
    ),
    edit(
        "a tagged union has one member less",
        breaks("union-member"),
        (_BILLING, f"RootModel[{_METHODS}]", f"RootModel[{_FEWER}]"),
        (_BILLING, f"root: {_METHODS}", f"root: {_FEWER}"),
    ),
    edit(
        "the members of a tagged union change places",
        means_nothing(),
        (_BILLING, f"RootModel[{_METHODS}]", f"RootModel[{_BACKWARDS}]"),
        (_BILLING, f"root: {_METHODS}", f"root: {_BACKWARDS}"),
    ),
    edit(
        "a union is told apart without a discriminator",
        means_nothing(),
        (_BILLING, 'discriminator="kind", description="One way', 'description="One way'),
    ),
    edit(
        "a tag has another value",
        breaks("union-member", sdk=("sdk-tag-changed",)),
        (_BILLING, 'kind: Literal["invoice"]', 'kind: Literal["bill"]'),
    ),
    edit(
        "a tag has a second value",
        breaks("union-member", sdk=("sdk-tag-changed",)),
        (_BILLING, 'kind: Literal["invoice"]', 'kind: Literal["invoice", "bill"]'),
    ),
    edit(
        "a tag has another name",
        breaks("union-member", sdk=("sdk-property-renamed",)),
        ("cqrs/event.py", 'kind: Literal["user"]', 'sort: Literal["user"]'),
        ("cqrs/event.py", 'kind: Literal["system"]', 'sort: Literal["system"]'),
        ("cqrs/event.py", 'discriminator="kind"', 'discriminator="sort"'),
    ),
    edit(
        "an event has another type",
        breaks("const"),
        ("cqrs/user.py", 'type: Literal["user.created"]', 'type: Literal["user.registered"]'),
    ),
    edit(
        "there is one more event",
        breaks("union-member"),
        (
            "cqrs/user.py",
            f"{_USER_EVENT}{_EVENTS}",
            f"{_SUSPENDED}{_USER_EVENT}{_EVENTS} | UserSuspended",
        ),
        ("cqrs/user.py", f"root: {_EVENTS}", f"root: {_EVENTS} | UserSuspended"),
    ),
    edit(
        "an event is no longer told",
        breaks_code("sdk-type-changed", "sdk-type-removed"),
        ("cqrs/user.py", f"RootModel[{_EVENTS}]", "RootModel[UserCreated | UserUpdated]"),
        ("cqrs/user.py", f"root: {_EVENTS}", "root: UserCreated | UserUpdated"),
        ("cqrs/user.py", "class UserDeleted(", "class _UserDeleted("),
        ("cqrs/user.py", '    "UserDeleted",\n', ""),
        ("cqrs/user.py", ", example_of(UserDeleted)", ""),
    ),
)
