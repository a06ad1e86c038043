"""The page in Streamlit: what is dropped goes in, what is corrected comes back, files go out.

A page lives as long as its session: documents and corrections are in the session's memory alone.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import streamlit as st

from layers.publish import component
from plans.documents.refusals import REFUSALS
from plans.matching.match import known
from registry.load import Registry, load_registry
from registry.paths import Paths
from review import acceptance, rows
from review.accept_form import accept_form
from review.contract import Compared, File, Shown
from review.corrections import Corrected, Unfit, parsed, reviewed, stray
from review.desk import Desk, Knowledge, looked_at
from review.downloads import Review, Shelf
from review.inbox import Inbox
from review.shapes import Locator
from review.source import ENDED, Shape, Source, State
from review.taken_up import FORMAT, take_in
from review.words import page_words, word

#: Seconds between two looks at documents that are being read.
LOOK = 0.7
#: How many rows more than before make another piece while a document is read.
MORE = 1.25
#: Brings a piece to the browser: the text of a document, some of its rows, its places.
_PIECE = """
export default c => {
const p = window.atlasPieces = window.atlasPieces || {};
if (c.data.name in p) return;
p[c.data.name] = c.data.value;
window.dispatchEvent(new Event("atlas-piece"));
}
"""


#: A document and its rows after review.
Ready = tuple[Source, list[Corrected]]


@dataclass
class Session:
    """What one reader has on the page.

    ``key`` tells it from one that a server had before. ``cuts`` says where the rows of a document
    are cut into pieces, ``placed`` where new projects are after corrections, with a number for
    each time, ``there`` which pieces the browser has, ``shelf`` what may be downloaded.
    """

    desk: Desk
    lang: str
    key: str = field(default_factory=partial(secrets.token_hex, 4))
    inbox: Inbox = field(default_factory=Inbox)
    cuts: dict[str, list[int]] = field(default_factory=dict)
    placed: dict[str, tuple[object, dict[str, Shape], int]] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    shelf: Shelf = field(default_factory=Shelf)
    pasted: int = 0


@dataclass(frozen=True)
class Ground:
    """What all readers of one data folder share."""

    stamp: object
    registry: Registry
    locator: Locator
    knowledge: Knowledge


@st.cache_resource(show_spinner=False, max_entries=2)
def ground(_paths: Paths, stamp: object) -> Ground:
    """The known projects and how to locate new ones, again when ``stamp`` has changed."""
    registry = load_registry(_paths)
    locator = Locator(_paths, registry)
    dates = {plan.id: plan.date for plan in registry.plans.values()}
    names = known(registry.projects.values())
    return Ground(stamp, registry, locator, Knowledge(names, dates, locator.shapes))


@st.cache_resource(show_spinner=False, max_entries=2)
def _warm(_paths: Paths, stamp: object) -> threading.Thread:
    """Loads words, records and places while the first file is chosen."""

    def load() -> None:
        from plans.reading.lexical.gazetteer import gazetteer
        from plans.reading.lexical.lexicon import lexicon

        lexicon()
        gazetteer()
        ground(_paths, stamp)

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    return thread


@st.cache_resource(show_spinner=False)
def _view(_static: Path) -> str:
    text = component.page_bundle("reader", page_words())
    return component.write_static(_static, "reader", text)


def _told() -> dict[str, Any]:
    """What the page says is corrected: ``rows`` by key, and what it looks at."""
    state = st.session_state.get("reader")
    try:
        told = json.loads(getattr(state, "review", None) or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _piece(session: Session, name: str, value: Callable[[], object]) -> str:
    """Send a piece unless the browser has it; its name there."""
    full = f"{session.key}-{name}"
    if full not in session.there:
        mount = component.component("atlas_piece", _PIECE)
        mount(key=f"piece-{full}", data={"name": full, "value": value()})
    return full


def _cut(cuts: list[int], found: int, state: State) -> None:
    """Cut off a piece of the rows when there are some more: each at least a share of all before."""
    if found > cuts[-1] and (state is not State.FINDING or found >= cuts[-1] * MORE):
        cuts.append(found)


def _file(
    session: Session, source: Source, state: State, changed: list[Corrected], locator: Locator
) -> File:
    """Send the pieces of a document that there are, and say which they are, in ``state``."""
    key, mentions = source.key, source.mentions
    if state is State.REFUSED:
        return rows.file(source, state)
    cuts = session.cuts.setdefault(key, [0])
    _cut(cuts, len(mentions), state)
    text = _piece(session, f"{key}-text", lambda: words) if (words := source.text) else ""

    def piece(first: int, last: int) -> str:
        return _piece(
            session, f"{key}-rows-{first}", lambda: rows.rows(source, mentions[first:last], first)
        )

    pieces = [piece(first, last) for first, last in pairwise(cuts)]
    placed = ""
    if state is State.READ:
        shapes, time = _shapes(session, source, changed, locator)
        placed = _piece(session, f"{key}-places-{time}", lambda: rows.places(shapes))
    saved = _piece(session, f"{key}-saved", lambda: source.saved) if source.saved else ""
    return rows.file(source, state, text=text, pieces=pieces, placed=placed, saved=saved)


def _shapes(
    session: Session, source: Source, changed: list[Corrected], locator: Locator
) -> tuple[dict[str, Shape], int]:
    """Where new projects are, and the number of this: anew where a person changed names.

    All of them together, since names may share a place.
    """
    named = tuple((r.key, r.mention.name, r.mention.mode, r.mention.project_id) for r in changed)
    found = tuple(
        (source.row_key(n), m.name, m.mode, m.project_id) for n, m in enumerate(source.mentions)
    )
    if named == found:
        return source.shapes, 0
    kept = session.placed.get(source.key)
    if kept is None or kept[0] != named:
        shapes = locator.shapes([row.mention for row in changed], source.proposed)
        own = {row.key: shape for row, shape in zip(changed, shapes, strict=True) if shape}
        kept = session.placed[source.key] = (named, own, kept[2] + 1 if kept else 1)
    return kept[1], kept[2]


def _take(name: str, act: Callable[[str], None]) -> None:
    told = getattr(st.session_state.get("reader"), name, None)
    if told:
        act(str(told))


def _paste(session: Session, told: str) -> None:
    text = session.inbox.text(told)
    if text is None:
        return
    session.pasted += 1
    name = word("read.pasted", session.lang, n=session.pasted)
    session.desk.add(name, text, plan=f"pasted-{session.pasted}")


def _uploads(session: Session) -> None:
    """Queue what was dropped since the last run."""
    files = st.file_uploader(
        word("read.choose", session.lang),
        accept_multiple_files=True,
        key="dropped",
        label_visibility="collapsed",
    )
    for batch in session.inbox.batches([(f.file_id, f.name) for f in files]):
        take_in(session.desk, [(name, files[n].getvalue()) for n, name in batch])


def _accept(session: Session, chosen: Ready | None, shared: Ground | None, paths: Paths) -> None:
    """The form that takes the document that is looked at into the atlas, where that may be."""
    if acceptance.refused(paths):
        return
    lang = session.lang
    if shared is None or chosen is None:
        st.popover(word("read.accept", lang), disabled=True)
        return
    with st.popover(word("read.accept", lang)):
        if accept_form(*chosen, shared.locator, paths, lang):
            st.rerun()


def _reviewed(
    sources: list[Source], told: dict[str, Any], shared: Ground
) -> tuple[list[Ready], list[Unfit]]:
    """Each document with its rows after review, and what of the corrections is not used."""
    unfit: list[Unfit] = []
    fields = told.get("rows")
    corrections = parsed(fields if isinstance(fields, dict) else {}, "review", unfit.append)
    known_names = shared.knowledge.known
    ready = [(source, list(reviewed(source, corrections, known_names))) for source in sources]
    for source in sources:
        # Until a document is read to its end, rows are still to come.
        if source.state is State.READ:
            unfit += stray(source, corrections)
    return ready, unfit


def _chosen(ready: list[Ready], told: dict[str, Any]) -> Ready | None:
    """The document that is looked at."""
    chosen = next((pair for pair in ready if pair[0].key == told.get("source")), None)
    return chosen or next(iter(ready), None)


def _body(session: Session, paths: Paths, stamp: object, files: dict[str, str]) -> None:
    # What is not seen comes below what is, whichever is made first.
    seen, unseen = st.container(), st.container(key="pieces")
    with unseen:
        _uploads(session)
    told = _told()
    have = told.get("have")
    session.there |= {str(name) for name in have} if isinstance(have, list) else set()
    # Records and places are loaded when there is a document; until then the page waits for none.
    sources = session.desk.sources
    shared = ground(paths, stamp) if sources else None
    # Reading goes on meanwhile: states come first, so that what is drawn, compared and offered is
    # at least as far as it is said to be.
    states = {source.key: source.state for source in sources}
    ready, unfit = _reviewed(sources, told, shared) if shared else ([], [])
    with unseen:
        listed = [
            _file(session, source, states[source.key], changed, shared.locator)
            for source, changed in ready
            if shared
        ]
    ready = [pair for pair in ready if pair[0].document]
    chosen = _chosen(ready, told)
    heard = step if isinstance(step := told.get("step"), int) else 0
    done = [pair for pair in ready if states[pair[0].key] is State.READ]
    session.shelf.put(heard, _review(done, shared, told, session.lang))
    shown: Shown = {
        **files,  # type: ignore[typeddict-item]
        "session": session.key,
        "lang": session.lang,
        "limits": rows.limits(),
        "review_format": FORMAT,
        "too_big": list(REFUSALS["too_big"]),
        "files": listed,
        "compared": _compared(shared.registry, chosen, told) if shared else None,
        "unfit": [rows.unfit(one) for one in unfit],
        "heard": heard,
        "downloads": session.shelf.token if done else "",
        "closed": acceptance.refused(paths),
        "taken": session.inbox.taken,
    }
    mount = component.component("atlas_reader", component.LOADER)
    with seen:
        mount(
            key="reader",
            data=shown,
            on_review_change=lambda: None,
            on_lang_change=lambda: _take("lang", partial(_speak, session)),
            on_pasted_change=lambda: _take("pasted", partial(_paste, session)),
            on_removed_change=lambda: _take("removed", session.desk.remove),
        )
    with st.container(key="downloads", horizontal=True):
        _accept(session, chosen if chosen in done else None, shared, paths)
    # The page looks on as long as something on it is unfinished, by what is drawn: reading may have
    # ended since, and nobody would say so.
    if any(file["state"] not in ENDED for file in listed) != bool(st.session_state.get("looking")):
        st.rerun()


def _review(
    done: list[Ready], shared: Ground | None, told: dict[str, Any], lang: str
) -> Review | None:
    """What may be downloaded now."""
    if not done or shared is None:
        return None
    return Review(done, shared.locator, told.get("rows") or {}, lang)


def _speak(session: Session, lang: str) -> None:
    session.lang = "en" if lang == "en" else "zh"


def _compared(registry: Registry, chosen: Ready | None, told: dict[str, Any]) -> Compared | None:
    """The document that is looked at, against the plan that was chosen for it."""
    if chosen is None:
        return None
    source, changed = chosen
    against = told.get("against")
    wanted = against.get(source.key) if isinstance(against, dict) else None
    return rows.compared(registry, source, changed, wanted if isinstance(wanted, str) else None)


def read_page(
    paths: Paths,
    stamp: object,
    *,
    payload: str,
    failed: str,
    static: Path,
    hand: Callable[[Shelf], object],
) -> None:
    """The whole page.

    Parameters
    ----------
    paths : Paths
        The data folder.
    stamp : object
        What changes when its files do.
    payload : str
        Name of the static file with the atlas, for the map.
    failed : str
        What stands in place of the page when a file does not arrive.
    static : Path
        The folder of static files; nothing of a document is ever written there.
    hand : callable
        Hands the downloads of the page to the server, which gives them out as long as it is there.
    """
    _warm(paths, stamp)
    session: Session | None = st.session_state.get("session")
    if session is None:
        lang = "en" if st.query_params.get("lang") == "en" else "zh"
        session = Session(Desk(lambda: ground(paths, stamp).knowledge, there=looked_at()), lang)
        st.session_state["session"] = session
        hand(session.shelf)
    looking = session.desk.busy
    st.session_state["looking"] = looking
    files = {"view": _view(static), "payload": payload, "failed": failed}
    st.fragment(_body, run_every=LOOK if looking else None)(session, paths, stamp, files)
