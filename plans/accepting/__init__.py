"""From reviewed mentions to records of the registry, and back: what would change, nothing written.

What a plan's acceptance has proposed is kept (:mod:`plans.accepting.base`). Against it the registry
shows what a person has changed since; that always stays.
"""
