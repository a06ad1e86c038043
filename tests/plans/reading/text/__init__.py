"""Tests of a text in its parts and what a sentence says."""
