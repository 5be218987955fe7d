"""Foreign schemas as Pydantic models to start from, made by datamodel-code-generator."""
