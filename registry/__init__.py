"""The records: vocabularies, models of plans, projects and regions, and how they are read.

``registry`` imports nothing of this project; ``plans``, ``geo`` and ``layers`` import it.
"""
