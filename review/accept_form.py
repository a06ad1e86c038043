"""The form that takes a document into the atlas: describe the plan, look at the changes, write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from plans.accepting.describe import ASKED, NEEDED
from plans.accepting.draft import Changes
from plans.commands.accept import word as told_word
from registry.errors import AtlasError
from registry.fields import FIELDS
from registry.models import Plan
from registry.paths import Paths
from review import acceptance
from review.corrections import Corrected
from review.shapes import Locator
from review.source import Source
from review.words import word


@dataclass
class Pending:
    """Changes that were looked at: of which document, as it was, for which plan."""

    stamp: object
    plan_id: str
    changes: Changes


def _given(source: Source, lang: str) -> tuple[str, dict[str, str]]:
    """The plan's id and the fields as they are typed."""
    guesses = acceptance.guesses(source)
    plan_id = st.text_input(
        word("read.accept.plan", lang),
        acceptance.plan_key(source.plan),
        key=f"accept-{source.key}-id",
    )
    given = {}
    columns = st.columns(2)
    for number, name in enumerate(ASKED):
        label = FIELDS[Plan][name][0 if lang == "zh" else 1]
        needed = " *" if name in NEEDED else ""
        given[name] = (
            columns[number % 2]
            .text_input(label + needed, guesses.get(name, ""), key=f"accept-{source.key}-{name}")
            .strip()
        )
    return plan_id.strip(), given


def _failed(error: AtlasError, lang: str) -> None:
    st.error(word("read.accept.failed", lang))
    # As plain text: a sentence may hold words of the document.
    st.text(error.text(lang))


def accept_form(
    source: Source,
    reviewed: Sequence[Corrected],
    locator: Locator,
    paths: Paths,
    lang: str,
) -> bool:
    """Draw the form; True once something was written.

    What would change is shown before it is written; a correction made since asks to look again.
    """
    st.caption(word("read.accept.about", lang))
    left = sum(not row.verdict for row in reviewed if row.counts)
    if left:
        st.caption(word("read.accept.left", lang, n=left))
    with st.form(f"accept-{source.key}", border=False):
        plan_id, given = _given(source, lang)
        look = st.form_submit_button(word("read.accept.look", lang), width="stretch")
    stamp = (source.key, plan_id, tuple(given.items()), tuple(reviewed))
    if look:
        st.session_state.pop("pending", None)
        try:
            changes = acceptance.wanted(
                source, reviewed, plan_id, given, locator=locator, paths=paths
            )
            st.session_state["pending"] = Pending(stamp, plan_id, changes)
        except AtlasError as error:
            _failed(error, lang)
    pending: Pending | None = st.session_state.get("pending")
    if pending is None or pending.stamp != stamp:
        return _undo(paths, lang)
    with st.container(height=200, key="told"):
        for told in pending.changes.told:
            st.text(f"{told_word(told.kind, lang)}  {told.zh if lang == 'zh' else told.en}")
        if not pending.changes.told:
            st.text(word("read.accept.nothing", lang))
    if not st.button(word("read.accept.write", lang), type="primary", width="stretch"):
        return _undo(paths, lang)
    return _carry(pending.changes, pending.plan_id, paths, lang)


def _carry(changes: Changes, accepted: str, paths: Paths, lang: str) -> bool:
    try:
        with st.spinner(word("read.accept.writing", lang)):
            acceptance.write(changes, paths)
    except AtlasError as error:
        _failed(error, lang)
        return False
    st.session_state.pop("pending", None)
    st.session_state["accepted"] = accepted
    return True


def _undo(paths: Paths, lang: str) -> bool:
    """The last plan that was accepted here, and how to take it out again."""
    accepted = st.session_state.get("accepted")
    if not accepted:
        return False
    st.success(word("read.accept.done", lang))
    if not st.button(word("read.accept.undo", lang, plan=accepted), width="stretch"):
        return False
    try:
        changes = acceptance.undo(accepted, paths)
    except AtlasError as error:
        _failed(error, lang)
        return False
    return _carry(changes, "", paths, lang)
