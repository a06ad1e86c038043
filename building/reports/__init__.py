"""What the build says of its geometry, as the Markdown of docs/geometry.md."""
