"""Sets of documents on disk: what a release, or the working tree's ``next``, consists of."""
