"""The commands of ``python -m plans``, the roots where packages are put together.

What a command needs is imported inside its functions, so that the others start quickly.
"""
