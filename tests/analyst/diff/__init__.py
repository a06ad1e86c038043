"""Comparing releases."""
