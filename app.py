"""The explorer: ``streamlit run app.py``. ``ATLAS_DATA`` names another data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from explorer import state
from explorer.text import plain
from layers import component, data, filters, payload, tables
from layers.filters import Filter, Shown
from layers.records import Atlas
from layers.tables import name_of
from layers.words import LANGS, t
from registry.errors import AtlasError
from registry.paths import DEFAULT, Paths
from registry.vocab import Mode, Status

Stamp = tuple[tuple[str, int, int], ...]

STATIC = Path(__file__).resolve().parent / "static"

LANG_NAMES = {"zh": "中文", "en": "English"}


@dataclass(frozen=True)
class Loaded:
    """The data, and the names of the static files made from them."""

    stamp: Stamp
    atlas: Atlas
    order: list[str]
    payload: str
    view: str


def paths() -> Paths:
    """The data folder that the environment names, else the shipped one."""
    folder = os.environ.get("ATLAS_DATA")
    return Paths(Path(folder)) if folder else DEFAULT


def stamp_of(where: Paths) -> Stamp:
    """What changes when a data file does: its path, time and size (zeros when missing)."""
    found = []
    for path in data.fingerprint_files(where):
        try:
            stat = path.stat()
            found.append((str(path), stat.st_mtime_ns, stat.st_size))
        except OSError:
            found.append((str(path), 0, 0))
    return tuple(found)


@st.cache_resource(show_spinner=False, max_entries=2)
def loaded(_where: Paths, stamp: Stamp) -> Loaded:
    """Read the data and write the static files, again when ``stamp`` has changed."""
    atlas = data.load(_where)
    return Loaded(
        stamp=stamp,
        atlas=atlas,
        order=[project.id for project in atlas.projects],
        payload=component.write_static(STATIC, "atlas", payload.dumps(payload.build(atlas))),
        view=component.write_static(STATIC, "view", component.view_bundle()),
    )


def sidebar(atlas: Atlas, lang: str) -> None:
    """The filters; each keeps its value in the session under its key."""
    st.markdown(f"### {t('title', lang)}\n:small[{t('app.intro', lang)}]")
    st.segmented_control(
        t("app.language", lang),
        LANGS,
        format_func=LANG_NAMES.__getitem__,
        key="lang",
        required=True,
        label_visibility="collapsed",
    )
    st.text_input(
        t("filter.search", lang), placeholder=t("filter.search.hint", lang), key="q", max_chars=80
    )
    shorts = {p.id: plain(name_of(p.short, p.short_en, lang)) for p in atlas.plans}
    st.pills(
        t("filter.plan", lang),
        list(shorts),
        format_func=shorts.__getitem__,
        selection_mode="multi",
        key="plan",
    )
    st.pills(
        t("filter.status", lang),
        [status.value for status in Status],
        format_func=lambda code: t(f"status.{code}", lang),
        selection_mode="multi",
        key="status",
        help=t("app.status.help", lang),
    )
    regions = {r.id: name_of(r.name, r.name_en, lang) for r in atlas.regions}
    st.multiselect(
        t("filter.region", lang),
        list(regions),
        format_func=regions.__getitem__,
        placeholder=t("filter.any", lang),
        key="region",
    )
    st.pills(
        t("filter.mode", lang),
        [mode.value for mode in Mode],
        format_func=lambda code: t(f"mode.{code}", lang),
        selection_mode="multi",
        key="mode",
    )
    st.button(t("filter.clear", lang), on_click=state.clear, type="tertiary")


def header(found: Loaded, where: Paths, chosen: Filter, shown: Shown, lang: str) -> None:
    """The number shown, and files of it, each made when it is asked for."""

    def static_map() -> str:
        from layers import export

        return export.export_html(found.atlas, ids=shown.ids, chosen=chosen, lang=lang)

    kinds = (
        ("map", static_map, "html", "text/html"),
        ("geojson", lambda: tables.geojson(where, shown.ids), "geojson", "application/geo+json"),
        (
            "csv",
            lambda: tables.mentions_csv(found.atlas, shown.ids, chosen.plans),
            "csv",
            "text/csv",
        ),
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        count = t("app.shown", lang, n=len(shown), all=len(found.atlas.projects))
        st.markdown(count, width="stretch")
        for kind, make, suffix, mime in kinds:
            st.download_button(
                t(f"app.download.{kind}", lang),
                data=make,
                file_name=f"chengyu-atlas.{suffix}",
                mime=mime,
                on_click="ignore",
                disabled=not len(shown),
                help=t("app.download.map.help", lang) if kind == "map" else None,
            )


def page() -> None:
    """The whole page."""
    st.set_page_config(
        page_title="成渝工程图 · Chengyu Project Atlas",
        layout="wide",
        initial_sidebar_state="auto",
    )
    where = paths()
    try:
        found = loaded(where, stamp_of(where))
    except AtlasError as error:
        lang = state.lang()
        st.error(f"{t('app.bad_data', lang)}\n\n{plain(error.text(lang))}")
        st.stop()
    atlas = found.atlas
    ignored = state.start(atlas)
    lang = state.lang()
    with st.sidebar:
        sidebar(atlas, lang)
    chosen = state.chosen()
    shown = filters.apply(atlas, chosen)
    if st.session_state["project"] not in shown.statuses:
        st.session_state["project"] = None

    if ignored:
        st.warning(t("app.ignored", lang, what=plain("; ".join(ignored)[:200])))
    header(found, where, chosen, shown, lang)
    if not len(shown):
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            st.markdown(f"**{t('empty', lang)}**　{t('app.empty.text', lang)}", width="stretch")
            st.button(t("app.empty.widen", lang), on_click=state.widen, type="primary")

    def picked() -> None:
        # The map has selected it already; the address and the next page view must know.
        st.session_state["project"] = st.session_state["map"].select or None

    component.atlas_map(
        view=found.view,
        payload=found.payload,
        order=found.order,
        shown=shown,
        regions=sorted(chosen.regions),
        selected=st.session_state["project"],
        turn=st.session_state["turn"],
        fit=st.session_state["fit"],
        lang=lang,
        on_select=picked,
    )
    state.write_address()


page()
