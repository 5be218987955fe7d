"""Results as people and machines read them; reporters decide nothing."""
