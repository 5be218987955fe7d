"""From schemas to literals: one module a group of keywords."""
