"""What the gate says, in the formats of those who read it.

Each format is one function from a :class:`~modelpact.gate.report.GateReport` to text, in a file of
its own; what they say in common stands in :mod:`.wording`, :mod:`.fragments` and :mod:`.places`.
None of them decides anything.
"""
