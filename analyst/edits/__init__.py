"""Edits made in ``atlas.gpkg``, brought back into the registry."""
