"""Proposed records, accepting a plan's mentions, and making an atlas of another region."""
