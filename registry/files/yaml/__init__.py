"""YAML: read strictly within limits, and entries put into a file that a person keeps."""
