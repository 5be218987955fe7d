"""What time it is: the clock's, or the one that a reproducible run is given."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from modelpact.errors import ModelpactError

__all__ = ["now"]

_VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """Now, in whole seconds of UTC; ``SOURCE_DATE_EPOCH`` where that is set.

    Source: reproducible-builds.org, *SOURCE_DATE_EPOCH specification*.

    Raises:
        ModelpactError: The variable is no number of seconds.

    """
    given = os.environ.get(_VARIABLE)
    if not given:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ModelpactError(
            f"{given!r} is no number of seconds since 1970",
            where=_VARIABLE,
            advice="Unset it, or give whole seconds.",
            rule="bad-epoch",
        ) from error
