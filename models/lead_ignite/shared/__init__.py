"""Values, scalar types and mixins that several parts of the model share: one file each."""
