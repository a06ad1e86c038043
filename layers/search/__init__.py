"""The search: what people type, and the projects that they mean by it, the best first."""
