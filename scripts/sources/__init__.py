"""What the scripts derive from: data files of packages, points on rivers, readings of names."""
