"""What is extracted from plans, as files: a table, the text, the shapes, a page to look through."""
