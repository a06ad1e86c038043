"""What lines and places are measured against, kept by hand."""
