"""The shared store, in a real PostGIS that each session starts for itself."""
