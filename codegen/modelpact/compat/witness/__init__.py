"""From a verdict to a finding: confirm a witness, polish it, locate the break, list all breaks."""
