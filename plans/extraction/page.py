"""What was extracted as one page: the table, and the text with each mention marked in it.

The page runs no script and loads nothing; text of a plan stands in it escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from plans.extraction.extraction import ExtractedMention, Extraction
from plans.extraction.labels import word
from registry.files.htmlfile import content_policy
from registry.geometry import PRECISIONS, Precision
from registry.term import Term
from registry.vocab import MODES, STATUSES, Mode, Status

_STYLE = """
body{font:16px/1.7 sans-serif;margin:0;color:#1c2530;background:#fff}
header{padding:16px 24px;border-bottom:1px solid #c9d1d9}
h1{font-size:22px;margin:0}h2{font-size:18px}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr)}
section{padding:0 24px;height:calc(100vh - 100px);overflow:auto}
table{border-collapse:collapse;font-size:14px;width:100%}
th,td{border-bottom:1px solid #dde3e9;padding:4px 6px;text-align:left;vertical-align:top}
thead th{position:sticky;top:0;background:#f2f5f8}
.text{white-space:pre-wrap;overflow-wrap:anywhere}
mark{background:#fde9a9;border-bottom:2px solid #8a6d00}
mark.new{background:#cfe8d5;border-color:#1f6f3a}
mark:target{outline:3px solid #b3261e}
tr:target{background:#fde9a9}
a{color:#0b57a4}
@media(max-width:900px){main{display:block}section{height:auto}}
@media print{main{display:block}section{height:auto}}
"""


def _called(code: str, lang: str) -> str:
    """The words of a mode or a status."""
    term: Term
    if code in set(Mode):
        term = MODES[Mode(code)]
    elif code in set(Status):
        term = STATUSES[Status(code)]
    else:
        return code
    return term.zh if lang == "zh" else term.en


def _placed(code: str, lang: str) -> str:
    """The words of a precision; nothing where there is none."""
    if not code:
        return ""
    term = PRECISIONS[Precision(code)]
    return term.zh if lang == "zh" else term.en


def marked_text(text: str, found: Sequence[ExtractedMention]) -> str:
    """The text escaped, each mention within ``<mark>``; where two overlap the piece is shared.

    The first piece of mention ``n`` (from 1) has the id ``m<n>`` and links to its row ``r<n>``.
    """
    spans = [(f.mention.start, f.mention.end) for f in found]
    cuts = sorted({0, len(text), *(at for span in spans for at in span)})
    begins: dict[int, list[int]] = {}
    for number, (start, _) in enumerate(spans):
        begins.setdefault(start, []).append(number)
    pieces: list[str] = []
    open_now: list[int] = []
    for start, end in pairwise(cuts):
        open_now = [n for n in open_now if spans[n][1] > start] + begins.get(start, [])
        piece = escape(text[start:end])
        if open_now:
            number = open_now[-1]
            known = "" if found[number].mention.project_id else ' class="new"'
            ids = "".join(f'<i id="m{n + 1}"></i>' for n in begins.get(start, [])[:-1])
            own = f' id="m{number + 1}"' if spans[number][0] == start else ""
            piece = f'{ids}<mark{own}{known}><a href="#r{number + 1}">{piece}</a></mark>'
        pieces.append(piece)
    return "".join(pieces)


def _new(extracted: ExtractedMention) -> str:
    """What a new project would be called."""
    new = extracted.proposal
    return f"{new.name_en} ({new.id})" if new else ""


def _row(number: int, extracted: ExtractedMention, lang: str) -> str:
    m = extracted.mention
    years = "—".join(str(y) if y else "" for y in (m.start_year, m.complete_year))
    known = (
        f"{m.project_id} ({m.match_score:g}) {m.match_reason}"
        if m.project_id
        else f"{word('unknown', lang)} {_new(extracted)} {m.match_reason}".strip()
    )
    kind = f" ({word('achievement', lang)})" if m.kind == "achievement" else ""
    cells = [
        extracted.plan,
        m.clause,
        m.name + kind,
        _called(m.mode, lang),
        _called(m.status, lang),
        m.action,
        "" if years == "—" else years,
        known,
        _placed(extracted.precision, lang),
        word(m.confidence, lang) if m.confidence in ("high", "medium", "low") else m.confidence,
        m.doubt,
    ]
    link = f'<th scope="row"><a href="#m{number}">{number}</a></th>'
    return f'<tr id="r{number}">{link}{"".join(f"<td>{escape(c)}</td>" for c in cells)}</tr>'


def summary(found: Sequence[ExtractedMention], lang: str) -> str:
    """One line on what was found."""
    if not found:
        return word("none", lang)
    known = sum(bool(f.mention.project_id) for f in found)
    doubtful = sum(f.mention.confidence != "high" for f in found)
    numbers = {"n": len(found), "known": known, "new": len(found) - known, "doubtful": doubtful}
    return word("found", lang, **numbers)


def extraction_page(extraction: Extraction, lang: str) -> str:
    """The page in ``"zh"`` or ``"en"``."""
    heads = (
        *("n", "plan", "clause", "name", "mode", "status"),
        *("action", "years", "project", "precision", "confidence", "doubt"),
    )
    head = "".join(f'<th scope="col">{escape(word(key, lang))}</th>' for key in heads)
    rows = "\n".join(_row(n, f, lang) for n, f in enumerate(extraction.found, 1))
    notes = "".join(
        f"<p>{escape(name)}: {escape(note.zh if lang == 'zh' else note.en)}</p>"
        for name, note in extraction.notes
    )
    title = escape(word("title", lang))
    policy = content_policy((), _STYLE, images=False)
    return f"""<!DOCTYPE html>
<html lang="{"zh-CN" if lang == "zh" else "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{_STYLE}</style>
</head>
<body>
<header><h1>{title}</h1><p>{escape(summary(extraction.found, lang))}</p>{notes}</header>
<main>
<section tabindex="0" aria-labelledby="table"><h2 id="table">{escape(word("table", lang))}</h2>
<table><thead><tr>{head}</tr></thead>
<tbody>
{rows}
</tbody></table></section>
<section tabindex="0" aria-labelledby="text"><h2 id="text">{escape(word("text", lang))}</h2>
<div class="text" lang="zh">{marked_text(extraction.text, extraction.found)}</div></section>
</main>
</body>
</html>
"""
