"""Everything that belongs to a user, with ``User`` as the aggregate root: one module a concern."""
