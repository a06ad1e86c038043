"""Measurements, side by side with the usual way; ``python -m bench.<name>``."""
