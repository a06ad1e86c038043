"""Keeping the facts true: what one must satisfy, adding one, and which to look at again."""
