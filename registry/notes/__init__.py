"""Correction notes that readers write: their vocabulary and what one holds."""
