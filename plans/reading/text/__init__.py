"""What is read: characters as the rules see them, and the parts of a document."""
