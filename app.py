"""The explorer: ``streamlit run app.py``. ``ATLAS_DATA`` names another data folder.

The map, its filters and its pages are the view's (``web``), drawn in the browser; this file serves
them. It is both the server, which adds downloads and headers to Streamlit's own, and the page that
Streamlit runs for each reader.
"""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from streamlit.starlette import App

from layers.publish import component
from layers.translations.catalog import t
from registry.errors import AtlasError
from registry.land.titles import Titles, read_titles
from registry.paths import Paths
from serving import kinds
from serving.handed import hand
from serving.headers import Headers
from serving.host_config import HostConfig
from serving.routes import Downloads
from serving.state import STATIC, Loaded, loaded, paths


def atlas_page(state: Loaded, lang: str) -> None:
    """The map with its filters and pages."""
    component.explorer(
        files=state.files,
        notices=state.notices,
        failed=t("map.failed", lang),
        downloads=kinds.offered(),
    )


def reader_page(state: Loaded, where: Paths, lang: str) -> None:
    """The page on which a plan is read; what it needs is loaded only here."""
    from review.page import read_page

    read_page(
        where,
        state.stamp,
        payload=state.files["payload"],
        failed=t("map.failed", lang),
        static=STATIC,
        hand=hand,
    )


def page() -> None:
    """The page that the address asks for."""
    where = paths()
    try:
        titles = read_titles(where)
    except AtlasError:
        titles = Titles()  # said above the map, when the data are read
    st.set_page_config(
        page_title=f"{titles.zh} · {titles.en}",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    try:
        state = loaded(where)
    except AtlasError as error:
        # Only where the static files cannot be written: then there is no map at all.
        st.error(f"{error.text('zh')}\n\n{error.text('en')}")
        st.stop()
    lang = "en" if st.query_params.get("lang") == "en" else "zh"
    if st.query_params.get("page") == "read":
        reader_page(state, where, lang)
    else:
        atlas_page(state, lang)


def open_browser() -> None:
    """Show the page to who started the server on a screen, as Streamlit does by itself."""
    if st.get_option("server.headless"):
        return
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    url = f"http://localhost:{st.get_option('server.port')}/{path}"
    threading.Thread(target=webbrowser.open, args=(url,), daemon=True).start()


@asynccontextmanager
async def life(_app: App) -> AsyncIterator[None]:
    """Open the page when the server starts; leave nothing behind when it ends."""
    open_browser()
    async with downloads.life():
        yield


if __name__ == "__main__":
    page()
else:
    downloads = Downloads()
    app = App(
        __file__,
        routes=downloads.routes(st.get_option("server.baseUrlPath") or ""),
        middleware=[Middleware(Headers), Middleware(HostConfig)],
        lifespan=life,
    )
