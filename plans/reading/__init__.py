"""Reading a plan's sentences: which projects they name, what is to be done with each, and when."""
