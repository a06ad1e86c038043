"""Tests of the plan reader: its words, its steps, and what comes out of sentences."""
