"""``atlas.gpkg``: written, and read again when it has been edited."""
