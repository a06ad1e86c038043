"""The QGIS project, how its layers look, and its print layout."""
