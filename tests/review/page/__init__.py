"""Tests of the page of a review without a browser."""
