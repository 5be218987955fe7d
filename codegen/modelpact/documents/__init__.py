"""JSON Schema documents as plain JSON values: loading, pointing, resolving, writing."""
