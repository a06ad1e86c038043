"""Text files in and out: one sentence when one cannot be read, whole or not at all when written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from registry.errors import AtlasError


def read_text(path: Path, label: str) -> str:
    """The UTF-8 text of ``path``; AtlasError at ``label`` when it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise AtlasError(label, zh="文件不存在", en="the file is missing") from error
    except UnicodeDecodeError as error:
        raise AtlasError(label, zh="不是 UTF-8 文本", en="the file is not UTF-8 text") from error
    except OSError as error:
        raise AtlasError(
            label, zh=f"文件读不出来（{error.strerror}）", en=f"cannot be read ({error.strerror})"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write ``path`` whole or not at all: to a temporary file beside it, then rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
