"""How far a project is and what became of its promise, in words."""
