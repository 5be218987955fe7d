"""What services import: values judged by the schemas of a contract.

    contract = Contract.load("schemas/shop/1.2.0")
    customer = contract["Customer"].validate(request_body)

Nothing of the generator is imported, nothing is fetched, and every schema is compiled once, when
it is first asked for. Contracts and validators may be used from many threads.
"""

from __future__ import annotations

from modelpact.documents.issues import Issue
from modelpact.runtime.contract import Contract
from modelpact.runtime.validator import ValidationError, Validator

__all__ = ["Contract", "Issue", "ValidationError", "Validator"]
