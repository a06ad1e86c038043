"""How much a YAML file may hold; what is beyond is refused before anything is made of it."""

from __future__ import annotations

from typing import Final

#: The largest file, in MB of UTF-8; with every alias written out it must not be larger either.
YAML_MB: Final = 2
#: The largest file, in bytes.
YAML_BYTES: Final = YAML_MB * 1_000_000
#: How many texts, numbers, lists and mappings a file may have, with every alias written out.
VALUES: Final = 100_000
#: How many lists and mappings may stand inside each other.
DEPTH: Final = 64
#: How many aliases (``*name``) a file may have.
ALIASES: Final = 100
#: How many digits a number may have.
DIGITS: Final = 1_000
