"""Lead Ignite: the data model of a lead-generation and social-marketing product.

The models say what is stored and exchanged, and nothing else: no I/O, no business rules. They
import Pydantic, the standard library and Modelpact's annotations only.

``lead_ignite.user`` holds what belongs to a user, one module a concern; ``lead_ignite.shared``
holds what several of them embed.
"""
