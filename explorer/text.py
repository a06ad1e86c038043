"""Text that goes where Streamlit reads Markdown."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """``text`` with every Markdown mark escaped, so that data cannot add images or links."""
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|~:$<>&])", r"\\\1", " ".join(text.split()))
