"""Two releases compared, and the comparison as text."""
