"""Sentences about projects: what changed, how a promise ended, how far each is, by which rules."""
