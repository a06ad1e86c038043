"""Correction notes that readers send: read, held against the data, told. Nothing is written."""
