"""One theory a type: given the conjunctive part of a goal, find a value of that type."""
