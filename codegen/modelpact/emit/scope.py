"""Handing out names that are unique where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

__all__ = ["DEVICE_NAMES", "Scope", "unique_names"]

DEVICE_NAMES: Final = frozenset(
    {"con", "prn", "aux", "nul", "index"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that a file must not have: Windows' devices, and ``index``, which is a folder's own."""


class Scope:
    """A place where every name is taken once.

    Args:
        reserved: Names that are taken from the start.
        fold_case: Whether names that differ in case only are the same: they are, for files.

    """

    def __init__(self, reserved: Iterable[str] = (), *, fold_case: bool = False) -> None:
        self._fold_case = fold_case
        self._taken = {self._key(name) for name in reserved}

    def claim(self, wanted: str) -> str:
        """The wanted name, or where it is taken the first of ``wanted2``, ``wanted3`` that is not.

        A name that ends in a digit gets an underscore first: ``v1`` becomes ``v1_2``.
        """
        name = wanted
        number = 1
        while (key := self._key(name)) in self._taken:
            number += 1
            joint = "_" if wanted[-1:].isdigit() else ""
            name = f"{wanted}{joint}{number}"
        self._taken.add(key)
        return name

    def _key(self, name: str) -> str:
        return name.casefold() if self._fold_case else name


def unique_names(
    sources: Iterable[str],
    mangle: Callable[[str], str],
    *,
    reserved: Iterable[str] = (),
    fold_case: bool = False,
) -> dict[str, str]:
    """Names for many things at once, by source name, in the sources' order.

    A source that needs no change keeps its name whatever comes before it; the others are numbered
    in order where they collide, so that adding one at the end renames none.
    """
    scope = Scope(reserved, fold_case=fold_case)
    wanted = {source: mangle(source) for source in sources}
    kept = {source: scope.claim(name) for source, name in wanted.items() if source == name}
    return {source: kept.get(source) or scope.claim(name) for source, name in wanted.items()}
