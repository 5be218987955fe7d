"""The models of a small shop."""
