"""The map: loading, filtering, style, words, the payload, the view and what carries it.

``layers`` imports ``registry`` and nothing else of this project; geometry is never made here.
"""
