"""Edits to Lead Ignite's models, by subject: a table of what is changed and what comes of it."""

from __future__ import annotations

from support.lead_ignite_edits import constraints, enums, fields, names, types, unions

__all__ = ["EDITS"]

EDITS = (
    *constraints.EDITS,
    *fields.EDITS,
    *types.EDITS,
    *unions.EDITS,
    *enums.EDITS,
    *names.EDITS,
)
