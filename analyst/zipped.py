"""The package as one zip, made for a server that asks on standard input: one JSON object.

``{"data": folder, "ids": [...], "target": path}``. What is wrong is told on standard output as
``{"where": …, "zh": …, "en": …}``, with exit code 2. A project about which a built file is wrong
is left out, and named in the package's README.txt.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from analyst.package import package_zip
from layers.records.lost import Lost
from registry.commandline import run_script
from registry.errors import AtlasError
from registry.files import write_bytes
from registry.paths import Paths


def main() -> int:
    """Make the package that is asked for; returns 0, or 2 after what is wrong."""
    asked = json.loads(sys.stdin.buffer.read())
    try:
        made = package_zip(paths=Paths(Path(asked["data"])), ids=asked["ids"], lost=Lost())
        write_bytes(Path(asked["target"]), made, "package")
    except AtlasError as error:
        told = json.dumps({"where": error.where, "zh": error.zh, "en": error.en})
        sys.stdout.write(told)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run_script(main))
