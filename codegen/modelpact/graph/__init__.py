"""The type graph: what documents mean, in the words that every target needs."""
