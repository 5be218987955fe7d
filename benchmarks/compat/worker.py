"""One contender in a process of its own: reads questions, answers them, says what CPU time it took.

Each line in is ``[reader, writer]``; each line out is ``[answer, seconds]``. Parsing the line is
not counted; everything that the contender does with the two schemas is. Needs nothing but the
contender, so that peers run in an environment of their own.
"""

from __future__ import annotations

import gc
import json
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

Answer = Callable[[Any, Any], str]


def modelpact_session() -> Answer:
    """One session for all questions; the bare decision, as jsonschema-rs gives it."""
    from modelpact.compat import Engine

    _spare_slow_formats()
    engine = Engine()
    return lambda reader, writer: engine.search(reader, writer).answer


def modelpact_alone() -> Answer:
    """A session for each question."""
    from modelpact.compat import Engine

    _spare_slow_formats()
    return lambda reader, writer: Engine().search(reader, writer).answer


def modelpact_confirmed() -> Answer:
    """One session, and two validators that confirm each witness."""
    from modelpact.compat import Engine

    _spare_slow_formats()
    engine = Engine()
    return lambda reader, writer: engine.contains(reader, writer).answer


def _spare_slow_formats() -> None:
    """As the command line does: jsonschema would load a grammar of IRIs, for seconds."""
    from modelpact.compat.witness.sparing import spare_slow_formats

    spare_slow_formats()


def jsonschema_rs() -> Answer:
    """Canonical forms of both, and ``covers``."""
    from jsonschema_rs import canonicalize

    def answer(reader: Any, writer: Any) -> str:
        outer = canonicalize(reader, validate_formats=True, offline=True)
        inner = canonicalize(writer, validate_formats=True, offline=True)
        return str(outer.covers(inner)).lower()

    return answer


def jsonsubschema() -> Answer:
    """``isSubschema``; what it does not support it raises."""
    import jsonsubschema as peer

    return lambda reader, writer: "yes" if peer.isSubschema(writer, reader) else "no"


def jsoncompat() -> Answer:
    """``check_compat`` for a reader; it takes text, and has no third answer."""
    import jsoncompat as peer  # type: ignore[import-not-found]

    def answer(reader: Any, writer: Any) -> str:
        texts = json.dumps(writer), json.dumps(reader)
        return "yes" if peer.check_compat(*texts, "deserializer") else "no"

    return answer


CONTENDERS = {
    made.__name__: made
    for made in (
        modelpact_session,
        modelpact_alone,
        modelpact_confirmed,
        jsonschema_rs,
        jsonsubschema,
        jsoncompat,
    )
}


def main() -> None:
    """Answer until there are no more questions."""
    warnings.simplefilter("ignore")
    gc.set_threshold(2_000_000, 50, 50)  # as our command line has it; for all alike
    out, sys.stdout = sys.stdout, sys.stderr  # peers print
    answer = CONTENDERS[sys.argv[1]]()
    for line in sys.stdin:
        reader, writer = json.loads(line)
        start = time.process_time()
        try:
            found = answer(reader, writer)
        except Exception as error:  # noqa: BLE001 - what a peer cannot do, it raises
            found = f"error: {type(error).__name__}"
        seconds = time.process_time() - start
        print(json.dumps([found, seconds]), file=out, flush=True)


if __name__ == "__main__":
    main()
