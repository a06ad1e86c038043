"""GeoPackages of any origin, opened and read within limits."""
