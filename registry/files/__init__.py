"""The formats: text, YAML, CSV and GeoJSON read with one-sentence errors; files written whole.

Nothing here knows which file of the project it reads, and nothing loads a heavy library, so that
the page reads what it shows through the same readers as everybody else.
"""

from registry.files.text import read_text
from registry.files.writing import write_bytes, write_text

__all__ = ["read_text", "write_bytes", "write_text"]
