"""Validators as straight-line code: from schemas to demands, from demands to JavaScript.

Three steps, one direction: ``reading`` takes schemas keyword by keyword to demands (``demands``),
``analysis`` finds out what may be assumed (which types, which tag, what is recursive), and
``writing`` and its neighbours write the code. What JavaScript cannot decide exactly is refused
while reading, by its JSON pointer.
"""
