"""The exported file: whole, small, and harmless whatever the data say."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from datetime import date

import pytest

from layers import data, export
from layers.filters import Filter
from layers.folium_map import folium_map
from layers.records import Atlas
from registry.paths import DEFAULT, Paths
from registry.vocab import Status
from tests.small_atlas import HOSTILE

DAY = date(2024, 5, 1)

#: What a browser would fetch: attributes, style sheets, imports.
FETCHES = re.compile(
    r"""(?:src|href|srcset|action)\s*=\s*["']?\s*(?!data:)[\w/.]|url\(|@import|sourceMappingURL"""
)


def block(text: str, name: str) -> dict[str, object]:
    found = re.search(rf'id="{name}">(.*?)</script>', text, re.S)
    assert found
    parsed: dict[str, object] = json.loads(found[1])
    return parsed


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_fetched(small: Atlas, lang: str) -> None:
    text = export.export_html(small, lang=lang, date=DAY)
    head, rest = text.split("<style>", 1)
    css, rest = rest.split("</style>", 1)
    assert not FETCHES.search(head)
    assert not re.search(r"url\(|@import", css)
    assert "sourceMappingURL" not in rest
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in head


def test_the_whole_atlas_is_small() -> None:
    text = export.export_html(data.load(DEFAULT), date=DAY)
    assert len(text.encode()) < 800_000


def test_policy_names_exactly_this_code(small: Atlas) -> None:
    text = export.export_html(small, date=DAY)
    found = re.search(r'Policy" content="([^"]+)"', text)
    assert found
    policy = html.unescape(found[1])
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy


def test_same_text_every_time(small: Atlas) -> None:
    made = [export.export_html(small, date=DAY) for _ in range(2)]
    assert made[0] == made[1]


def test_what_is_asked_for_goes_in(small: Atlas) -> None:
    chosen = Filter(
        plans=frozenset({"new-2023"}), statuses=frozenset({Status.UPGRADE}), query="长江"
    )
    text = export.export_html(small, ids=["third-river"], chosen=chosen, title="川南", date=DAY)
    config = block(text, "atlas-config")
    assert config["filter"] == {
        "plans": ["new-2023"],
        "statuses": ["upgrade"],
        "regions": [],
        "modes": ["highway", "pipeline", "rail", "waterway"],
        "query": "长江",
    }
    assert config["date"] == "2024-05-01"
    assert "<title>川南</title>" in text
    projects = block(text, "atlas-payload")["projects"]
    assert isinstance(projects, list)
    assert len(projects) == 1


def test_hostile_text_stays_text(hostile_paths: Paths) -> None:
    atlas = data.load(hostile_paths)
    plain = export.export_html(data.load(hostile_paths), title=HOSTILE, date=DAY)
    assert plain.count("</script>") == 3
    assert plain.count("<script") - plain.count("<\\script") <= 3 + plain.count('"<script')
    assert "<img" not in plain
    assert HOSTILE not in plain
    saved = folium_map(atlas).get_root().render()
    assert "<img" not in saved


def test_folium_asks_no_server(small: Atlas) -> None:
    text = folium_map(small, ["first-line"]).get_root().render()
    assert not re.search(r"""<(?:script|link|img)[^>]+(?:src|href)\s*=""", text)
    assert "AtlasView" in text
