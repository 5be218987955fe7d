"""Enums: members, their names and values, and whether there will be more."""

from __future__ import annotations

from support.lead_ignite_edits.edit import (
    Edit,
    breaks,
    breaks_code,
    changes,
    edit,
    means_nothing,
)

__all__ = ["EDITS"]

_BILLING = "user/billing.py"
_PLATFORMS = "shared/platforms.py"

EDITS: tuple[Edit, ...] = (
    edit(
        "an enum has one more member",
        breaks("enum"),
        (_BILLING, '    PAID = "paid"\n', '    PAID = "paid"\n    DISPUTED = "disputed"\n'),
    ),
    edit(
        "an enum has one member less",
        breaks("enum"),
        (_BILLING, '    REFUNDED = "refunded"\n', ""),
    ),
    edit(
        "a member of an enum has another value",
        breaks("enum"),
        (_BILLING, 'PAID = "paid"', 'PAID = "settled"'),
    ),
    edit(
        "a member of an enum has another name",
        breaks_code("sdk-enum-member-renamed"),
        (_BILLING, 'PAID = "paid"', 'SETTLED = "paid"'),
    ),
    edit(
        "the members of an enum change places",
        means_nothing(),
        (
            _BILLING,
            '    PAID = "paid"\n    PENDING = "pending"\n',
            '    PENDING = "pending"\n    PAID = "paid"\n',
        ),
    ),
    edit(
        "an enum of integers has one more member",
        breaks("enum"),
        ("user/kanban.py", "    URGENT = 3\n", "    URGENT = 3\n    NOW = 4\n"),
    ),
    edit(
        "a dictionary has fewer keys",
        breaks("property-names", sdk=("sdk-enum-member-removed",)),
        ("user/subscription.py", '    MESSAGES = "messages"\n', ""),
    ),
    edit(
        "an enum that grows has one more member",
        changes(),
        (_PLATFORMS, '    X = "x"\n', '    X = "x"\n    MASTODON = "mastodon"\n'),
    ),
    edit(
        "an enum that grows has one member less",
        breaks_code("sdk-enum-member-removed"),
        (_PLATFORMS, '    YOUTUBE = "youtube"\n', ""),
    ),
    edit(
        "an enum begins to grow",
        breaks("enum"),
        (_BILLING, "class CardBrand(StrEnum)", "@Extensible()\nclass CardBrand(ExtensibleEnum)"),
    ),
    edit(
        "an enum stops growing",
        breaks("enum", "property-names"),
        (_PLATFORMS, "from lead_ignite", "from enum import StrEnum\n\nfrom lead_ignite"),
        (_PLATFORMS, "@Extensible()\nclass Platform(ExtensibleEnum)", "class Platform(StrEnum)"),
    ),
)
