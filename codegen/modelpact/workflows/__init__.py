"""What the commands do. Workflows plan, write and return results; they print nothing."""
