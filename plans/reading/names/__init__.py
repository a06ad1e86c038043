"""Names: lists and their items, where a name begins and ends, what it leaves out."""
