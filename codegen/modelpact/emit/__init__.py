"""What all targets share: the target protocol, naming, templates, file plans."""
