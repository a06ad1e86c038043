"""A shared store: the atlas in PostGIS, for an office whose editors work at the same time.

The registry's files stay the authority. ``push`` brings them into the store, ``pull`` brings what
was edited there back through the same comparison as ``python -m analyst import-edits``.
"""
