"""What the explorer is measured against: streamlit-folium as most people write it.

One folium object a feature, tooltips, filters in the sidebar, the card from the last click.
``streamlit run bench/explorer_plain.py``; ``ATLAS_DATA`` names the data folder.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

COLOURS = {"rail": "#8f1d2c", "highway": "#c27300", "waterway": "#0a76b9", "pipeline": "#4b3b78"}
DATA = Path(os.environ["ATLAS_DATA"])


@st.cache_data
def read(name: str) -> list[dict[str, Any]]:
    """The features of a file of the data folder."""
    return list(json.loads((DATA / name).read_text(encoding="utf-8"))["features"])


st.set_page_config(layout="wide")
projects = [f for f in read("projects.geojson") if f["properties"]["mode"] in COLOURS]
with st.sidebar:
    chosen = st.multiselect(
        "status", sorted({f["properties"]["status"] for f in projects}), key="s"
    )
    only = st.button("preparation", on_click=lambda: st.session_state.update(s=["preparation"]))
left = [f for f in projects if not chosen or f["properties"]["status"] in chosen]
st.write(f"{len(left)} shown")
world = folium.Map([30.2, 105.6], zoom_start=7, tiles=None)
for county in read("boundaries/display/counties.geojson"):
    folium.GeoJson(
        county, style_function=lambda _: {"color": "#bbb", "weight": 0.6, "fillOpacity": 0.02}
    ).add_to(world)
for feature in left:
    if feature["geometry"]:
        colour = COLOURS[feature["properties"]["mode"]]
        folium.GeoJson(
            {**feature, "properties": {"id": feature["properties"]["id"]}},
            style_function=lambda _, colour=colour: {"color": colour, "weight": 3},
            # Leaflet 1.9.3 trips over tooltips on a MultiPoint.
            tooltip=None
            if feature["geometry"]["type"] == "MultiPoint"
            else str(feature["properties"]["name"]),
        ).add_to(world)
found = st_folium(world, height=640, use_container_width=True, key="map")
if found and (drawing := found.get("last_active_drawing")):
    key = drawing["properties"].get("id")
    match = next((f for f in left if f["properties"]["id"] == key), None)
    if match:
        st.subheader(match["properties"]["name"])
        st.table({k: str(v) for k, v in match["properties"].items() if v})
