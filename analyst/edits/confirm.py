"""Showing what edits would change in the registry, and writing it after a yes."""

from __future__ import annotations

from analyst.edits.read import Edits
from analyst.edits.words import word
from registry.commandline import ask, tell
from registry.paths import Paths


def confirm(edits: Edits, paths: Paths, lang: str, *, yes: bool, then: str) -> int:
    """Show ``edits``, ask unless ``yes``, write them; returns 0.

    ``then`` says what to run next. AtlasError where a file has changed meanwhile, or cannot be
    written.
    """
    for zh, en in edits.notes:
        tell(word("note", lang, told=zh if lang == "zh" else en))
    if not edits.files:
        tell(word("same", lang))
        return 0
    tell("\n".join(edits.shown))
    if not yes:
        answer = ask(word("ask", lang), input)
        if answer.strip().casefold() not in ("y", "yes", "是"):
            tell(word("kept", lang))
            return 0
    wrote, kept = edits.write(paths)
    for path in wrote:
        tell(word("wrote", lang, path=paths.label(path)))
    tell(word("backup", lang, path=paths.label(kept)))
    tell(then)
    return 0
