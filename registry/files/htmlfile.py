"""What every page that is written as one file keeps to: no address of it is ever asked."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def content_policy(scripts: Iterable[str], style: str, *, images: bool) -> str:
    """A content security policy that allows these scripts and this style and nothing else.

    Parameters
    ----------
    scripts : iterable of str
        The text of each ``<script>`` that runs; none may run where there are none.
    style : str
        The text of the one ``<style>``.
    images : bool
        Whether pictures inside the page, as ``data:`` addresses, are shown.
    """
    allowed = " ".join(_source(script) for script in scripts) or "'none'"
    pictures = "img-src data:; " if images else ""
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_source(style)}; "
        f"{pictures}base-uri 'none'; form-action 'none'"
    )


def _source(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
