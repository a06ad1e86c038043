"""What an exported file says of itself in plain text, though its code and data are packed."""

from __future__ import annotations

import re

from layers.publish import assets
from layers.translations.catalog import t

#: The conditions under which Leaflet may be passed on; who holds its copyright its own file says.
_BSD_2 = """\
Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions
   and the following disclaimer.

2. Redistributions in binary form must reproduce the above copyright notice, this list of
   conditions and the following disclaimer in the documentation and/or other materials provided
   with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE."""


def about(title: str, lang: str) -> str:
    """The file's title, the sources of its map, and the licences of all that is in it."""
    said = [title, t("attribution", lang), t("page.licences", lang)]
    return "\n".join([*said, "", *_leaflet(), "", _BSD_2])


def _leaflet() -> list[str]:
    """The lines that Leaflet's file begins with: what it is, and whose."""
    found = re.match(r"/\*(.*?)\*/", assets.leaflet("leaflet.js"), re.S)
    lines = [line.strip(" *") for line in found[1].splitlines()] if found else []
    return [line for line in lines if line and not line.startswith("@")]
