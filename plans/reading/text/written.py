"""The plan's own words between two places of the folded text."""

from __future__ import annotations

from plans.reading.text.folding import Folded, unseen


def written_span(text: str, folded: Folded, start: int, end: int) -> tuple[int, int]:
    """Where the plan's own words stand, with the mark that closes a quotation in them."""
    first, last = folded.span(start, end)
    for opening, closing in ("“”", "「」"):
        piece = text[first:last]
        if piece.count(opening) > piece.count(closing) and text.startswith(closing, last):
            last += 1
    return first, last


def as_written(text: str, folded: Folded, start: int, end: int) -> str:
    """The plan's own words between two folded positions, without what breaks a line."""
    first, last = written_span(text, folded, start, end)
    piece = text[first:last]
    if "\n" not in piece and "\r" not in piece and "\f" not in piece:
        return "".join(character for character in piece if not unseen(character))
    own = "".join(text[o] for o in dict.fromkeys(folded.origin[start:end]))
    return own + text[folded.span(start, end)[1] : last]
