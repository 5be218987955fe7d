"""Finding a value that a set of literals has in common, or proving that there is none."""
