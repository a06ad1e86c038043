"""Exchange formats: the analyst's package for QGIS, GIS libraries, spreadsheets and standards."""
