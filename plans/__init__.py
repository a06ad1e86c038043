"""The text of the plans: cleaning it, splitting it into clauses, checking words against it."""
