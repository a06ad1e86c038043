"""The page's state, kept in the address so that a link opens what its sender saw.

The address holds stable codes (``?plan=shuangcheng-2020&status=preparation``), not the words on
the buttons, so that a link survives a change of language. Streamlit's own binding writes the
words; that is why it is not used here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from layers.filters import Filter
from layers.records import Atlas
from layers.words import LANGS
from registry.vocab import CORE_MODES, Mode, Status

#: Address key of an empty choice of modes: all of them, not the core ones.
ALL = "all"

_DEFAULT_MODES = [mode.value for mode in CORE_MODES]


def start(atlas: Atlas) -> list[str]:
    """Fill the session from the address, once; returns what the address asks that is unknown."""
    state = st.session_state
    if "started" in state:
        return list(state["ignored"])
    ignored: list[str] = []

    def known(name: str, allowed: Iterable[str]) -> list[str]:
        there = set(allowed)
        asked = [v for value in st.query_params.get_all(name) for v in value.split(",") if v]
        ignored.extend(f"{name}={v}" for v in asked if v not in there)
        return [v for v in dict.fromkeys(asked) if v in there]

    langs = known("lang", LANGS)
    modes = known("mode", [ALL, *(m.value for m in Mode)])
    projects = known("project", atlas.by_id)
    state["lang"] = langs[0] if langs else LANGS[0]
    state["q"] = st.query_params.get("q", "")[:80]
    state["plan"] = known("plan", (p.id for p in atlas.plans))
    state["status"] = known("status", (s.value for s in Status))
    state["region"] = known("region", (r.id for r in atlas.regions))
    state["mode"] = [] if ALL in modes else modes or list(_DEFAULT_MODES)
    state["project"] = projects[0] if projects else None
    state["turn"] = 1 if projects else 0
    state["fit"] = 0
    state["ignored"] = ignored
    state["started"] = True
    return ignored


def lang() -> str:
    """The page's language; the first in the list until one is chosen."""
    return str(st.session_state.get("lang") or LANGS[0])


def chosen() -> Filter:
    """The filter as the widgets have it."""
    state = st.session_state
    return Filter(
        plans=frozenset(state["plan"] or ()),
        statuses=frozenset(Status(code) for code in state["status"] or ()),
        regions=frozenset(state["region"] or ()),
        modes=frozenset(Mode(code) for code in state["mode"] or ()),
        query=str(state["q"] or ""),
    )


def write_address() -> None:
    """Put the state into the address, defaults left out."""
    state = st.session_state
    wanted: dict[str, str | Sequence[str]] = {}
    if lang() != LANGS[0]:
        wanted["lang"] = lang()
    if state["q"]:
        wanted["q"] = str(state["q"])
    for name in ("plan", "status", "region"):
        if state[name]:
            wanted[name] = ",".join(state[name])
    if set(state["mode"] or ()) != set(_DEFAULT_MODES):
        wanted["mode"] = ",".join(state["mode"]) if state["mode"] else ALL
    if state["project"]:
        wanted["project"] = str(state["project"])
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def clear() -> None:
    """Back to the defaults."""
    _reset(list(_DEFAULT_MODES))


def widen() -> None:
    """No restriction at all."""
    _reset([])


def _reset(modes: list[str]) -> None:
    state = st.session_state
    state.update(q="", plan=[], status=[], region=[], mode=modes)
    state["fit"] += 1
