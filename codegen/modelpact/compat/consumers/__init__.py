"""What breaks for those who write code against an SDK: their programs stop compiling.

Facts are differences between two type graphs, which is what SDKs are made from. Rules put those
that matter into words, each with a program that compiles against the old SDK and not the new one.
"""

from __future__ import annotations

from modelpact.compat.consumers.comparing import sdk_findings

__all__ = ["sdk_findings"]
