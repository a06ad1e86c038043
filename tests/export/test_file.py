"""The exported file: whole, small, and harmless whatever the data say."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from dataclasses import replace
from datetime import date
from itertools import accumulate
from pathlib import Path
from typing import Any

import esprima
import pytest

from layers import payload
from layers.address import opening_view
from layers.payload import compact
from layers.publish import assets, export, export_all, save
from layers.publish.notebook import folium_map
from layers.records import data
from layers.records.model import Atlas
from layers.selection.filters import Filter
from layers.translations.catalog import subtitle, t
from registry.errors import AtlasError
from registry.files import write_text
from registry.paths import DEFAULT, ROOT, Paths
from registry.vocab import Status
from tests.support import numbers
from tests.support.small_atlas import HOSTILE

DAY = date(2024, 5, 1)

#: What a browser would fetch: attributes, style sheets, imports.
FETCHES = re.compile(
    r"""(?:src|href|srcset|action)\s*=\s*["']?\s*(?!data:)[\w/.]|url\(|@import|sourceMappingURL"""
)


def block(text: str, name: str) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(held(text, name))
    return parsed


def held(text: str, name: str) -> str:
    found = re.search(rf'id="{name}"(?: data-size="(\d+)")?>(.*?)</script>', text, re.S)
    assert found
    if not found[1]:
        return found[2]
    opened = zlib.decompress(base64.b64decode(found[2], validate=True))
    assert len(opened) == int(found[1])
    return opened.decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_fetched(small: Atlas, lang: str) -> None:
    text = export.export_html(small, lang=lang, date=DAY)
    head, rest = text.split("<style>", 1)
    css, rest = rest.split("</style>", 1)
    assert not FETCHES.search(head)
    assert not re.search(r"url\(|@import", css)
    assert "sourceMappingURL" not in rest + held(text, "atlas-code")
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in head


def test_the_whole_atlas_is_small() -> None:
    text = export.export_html(data.load(DEFAULT), date=DAY)
    assert len(text.encode()) < 540_000


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_code_comes_packed_and_whole(small: Atlas, lang: str) -> None:
    text = export.export_html(small, lang=lang, date=DAY)
    code = assets.scripts("page")
    assert held(text, "atlas-code") == code
    assert "AtlasKit" not in text.replace(assets.bundle("open.js"), "")
    block = re.search(r'id="atlas-code"[^>]*>(.*?)</script>', text, re.S)
    assert block
    assert len(block[1]) < len(code) / 2


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_it_is_and_whose_can_be_read_without_opening_it(small: Atlas, lang: str) -> None:
    text = export.export_html(small, lang=lang, title="川南 <1>", subtitle="A & B", date=DAY)
    told = html.unescape(text)
    remark, shown = re.findall(r"<!--(.*?)-->|<noscript>(.*?)</noscript>", told, re.S)
    for said in ("川南 <1>", t("attribution", lang)):
        assert said in remark[0]
        assert f"<p>{said}</p>" in shown[1]
    assert f"<p>A & B</p><p>{t('page.noscript', lang)}</p>" in shown[1]
    assert "ODbL 1.0" in remark[0]
    assert "MIT" in remark[0]
    # Leaflet's own words on whose it is, and the conditions it is passed on under.
    theirs = assets.leaflet("leaflet.js")[:200]
    assert "Leaflet 1.9" in theirs
    assert re.findall(r"\(c\) [^\n]*", theirs)[0] in remark[0]
    assert "reproduce the above copyright notice" in remark[0]
    # A browser looks for the encoding no farther.
    assert "charset" in text[:1024]


def test_policy_names_exactly_this_code(small: Atlas) -> None:
    text = export.export_html(small, date=DAY)
    found = re.search(r'Policy" content="([^"]+)"', text)
    assert found
    policy = html.unescape(found[1])
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    scripts = [*re.findall(r"<script>(.*?)</script>", text, re.S), held(text, "atlas-code")]
    digests = [base64.b64encode(hashlib.sha256(js.encode()).digest()).decode() for js in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    assert len(scripts) == 2
    assert f"script-src {allowed};" in policy


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
        "plan": ["new-2023"],
        "status": ["upgrade"],
        "region": [],
        "mode": ["highway", "pipeline", "rail", "waterway"],
        "place": [],
        "year": [],
        "near": [],
        "box": [],
        "within": [],
        "finding": [],
        "current": [],
        "verdict": [],
        "precision": [],
        "q": "长江",
    }
    assert config["date"] == "2024-05-01"
    assert "<title>川南</title>" in text
    projects = block(text, "atlas-payload")["projects"]
    assert isinstance(projects, dict)
    assert projects["n"] == 1
    assert "viewport" not in config
    text = export.export_html(small, viewport=(29.5, 105.0, 8.0), date=DAY)
    assert block(text, "atlas-config")["viewport"] == {"lat": 29.5, "lon": 105.0, "zoom": 8.0}


def test_how_a_file_opens(small: Atlas) -> None:
    usual = block(export.export_html(small, lang="en", date=DAY), "atlas-config")
    assert set(usual) == {
        *("title", "name", "subtitle", "date", "lang", "selected", "view", "filter", "damaged"),
        "sheets",
    }
    assert [usual[key] for key in ("title", "name", "lang", "selected", "view")] == [
        *("Small Atlas", "small", "en", None, "now"),
    ]
    assert usual["subtitle"] == subtitle(len(small.plans), "en")
    asked = export.export_html(
        small, lang="xx", subtitle="", selected="first-line", view="plan", on=2021, date=DAY
    )
    found = block(asked, "atlas-config")
    assert [found[key] for key in ("lang", "subtitle", "selected", "view", "on")] == [
        *("en", "", "first-line", "plan", 2021),
    ]


def test_hostile_text_stays_text(hostile_paths: Paths) -> None:
    atlas = data.load(hostile_paths)
    plain = export.export_html(data.load(hostile_paths), title=HOSTILE, date=DAY)
    assert plain.count("</script>") == 4
    assert plain.count("<script") - plain.count("<\\script") <= 4 + plain.count('"<script')
    assert "<img" not in plain
    assert HOSTILE not in plain
    assert plain.count("<!--") == 1
    assert plain.index("-->") > plain.index("POSSIBILITY OF SUCH DAMAGE.")
    saved = folium_map(atlas=atlas).get_root().render()
    assert "<img" not in saved


def test_folium_asks_no_server(small: Atlas) -> None:
    text = folium_map(["first-line"], atlas=small).get_root().render()
    assert not re.search(r"""<(?:script|link|img)[^>]+(?:src|href)\s*=""", text)
    assert "AtlasKit.view(" in text


@pytest.mark.parametrize("view", ["now", "plan", None])
def test_folium_draws_the_way_that_is_asked_for(small: Atlas, view: str | None) -> None:
    text = folium_map(["first-line"], atlas=small, view=view).get_root().render()
    drawn = re.findall(r'"view":\s*"(now|plan)"', text)
    assert drawn == [view or opening_view(small)]


def test_folium_popups_bring_jquery_and_nothing_else(small: Atlas) -> None:
    import folium

    found = folium_map(atlas=small)
    assert "jQuery" not in found.get_root().render()
    found = folium_map(atlas=small)
    folium.Marker([29.5, 105], popup="here", icon=folium.Icon(color="red")).add_to(found)
    folium.LayerControl().add_to(found)
    text = found.get_root().render()
    assert "jQuery" in text
    assert not re.search(r"""<(?:script|link|img)[^>]+(?:src|href)\s*=""", text)


def test_data_are_no_template(hostile_paths: Paths, tmp_path: Path) -> None:
    atlas = data.load(hostile_paths)
    first = replace(atlas.projects[0], name="{{ 6 * 7 }}{% for x in y %}{# no #}{{{")
    atlas = replace(atlas, projects=(first,), by_id={first.id: first})
    folium_map(atlas=atlas).save(str(tmp_path / "map.html"))
    text = (tmp_path / "map.html").read_text("utf-8")
    assert "\\u007b{ 6 * 7 }}\\u007b% for x in y %}\\u007b# no #}" in text


def test_folium_asks_for_what_exists(small: Atlas) -> None:
    with pytest.raises(AtlasError, match="perhaps first-line"):
        folium_map(["first-lime"], atlas=small)
    with pytest.raises(AtlasError, match="nothing was written"):
        folium_map(["fifth-port"], atlas=small, chosen=Filter())
    shown = folium_map([small.projects[0]], atlas=small)
    assert shown.get_name()


def test_columns_come_back() -> None:
    found = payload.build(data.load(DEFAULT))
    packed_whole = json.loads(payload.dumps(compact.compact(found)))
    held, fields = packed_whole["projects"], packed_whole["fields"]

    def named(names: list[str], values: list[list[object]]) -> list[dict[str, object]]:
        return [dict(zip(names, value, strict=True)) for value in values]

    rows: list[dict[str, object]] = [{} for _ in range(held["n"])]
    for key, (values, packed) in held["columns"].items():
        at = 0
        for row, step in zip(rows, numbers(packed), strict=True):
            at += step
            if at:
                value, names = values[at - 1], fields["projects"].get(key)
                row[key] = named(names, value) if names else value
    base: dict[str, object] = {**found["base"]}
    for key, names in fields["base"].items():
        assert named(names, packed_whole["base"][key]) == json.loads(payload.dumps(base[key]))
    for row, project in zip(rows, found["projects"], strict=True):
        assert row == json.loads(payload.dumps(project))


def test_values_are_one_only_where_they_are_written_alike(small: Atlas) -> None:
    found = payload.build(small)
    values: list[Any] = ["[1]", [1], (1,), "1", 1, 1.0, True, "true", "1", [1], None]
    found["projects"] = [{"id": str(i), "name": value} for i, value in enumerate(values)]  # type: ignore[typeddict-item]
    kept, packed = compact.compact(found)["projects"]["columns"]["name"]
    assert [repr(value) for value in kept] == [
        "'[1]'",
        "[1]",
        "'1'",
        "1",
        "1.0",
        "True",
        "'true'",
        "None",
    ]
    at = list(accumulate(numbers(packed)))
    assert at == [1, 2, 2, 3, 4, 5, 6, 7, 3, 2, 8]


WEB = ROOT / "web"
MODULES = sorted(p for p in (WEB / "src").rglob("*.js") if not p.name.endswith(".test.js"))


@pytest.mark.parametrize("name", ["open.js", "page.js", "notebook.js", "explorer.js"])
def test_the_code_stays_within_the_grammar_of_the_oldest_engine(name: str) -> None:
    esprima.parseScript(assets.bundle(name))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(WEB).as_posix())
def test_the_code_calls_nothing_newer_than_the_oldest_engine(path: Path) -> None:
    """Nothing newer than Chromium 69 by name; bundling changes the grammar only."""
    newer = r"\.(?:flat|flatMap|replaceAll|matchAll|at|replaceChildren)\(|Object\.fromEntries"
    newer += r"|globalThis|structuredClone|allSettled|queueMicrotask|WeakRef|\.hasOwn\("
    uses = set(re.findall(newer, re.sub(r"(?:projects|inner)\.at\(", "", path.read_text("utf-8"))))
    assert not uses


def styles_of_files() -> list[str]:
    """The styles that exported files and their index carry."""
    page = (WEB / "styles" / "page.entry.css").read_text("utf-8")
    return [*re.findall(r'@import "\./([\w.-]+)"', page), "index.entry.css"]


@pytest.mark.parametrize("name", styles_of_files())
def test_the_style_stays_within_the_oldest_engine(name: str) -> None:
    css = (WEB / "styles" / name).read_text("utf-8")
    assert not re.search(
        r"(?<![\w-])inset\s*:|:is\(|:where\(|:has\(|aspect-ratio|@layer|@container", css
    )


def test_a_height_that_the_oldest_engine_does_not_know_stands_behind_one_it_does() -> None:
    """clamp() came with Chromium 79: without another value the map has no height."""
    page = (WEB / "styles" / "page.css").read_text("utf-8")
    assert not re.search(r"\b(?:clamp|min|max)\(", page)
    css = (WEB / "styles" / "view.css").read_text("utf-8")
    behind = re.findall(r"var\((--[\w-]+), clamp\(", css)
    assert len(behind) == css.count("clamp(")
    assert all(re.search(rf"\.page-main > \.atlas {{[^}}]*{name}:", page) for name in behind)


def test_a_name_that_is_too_long(small: Atlas, tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match="too long"):
        save.check_target(tmp_path / ("x" * 300), force=False)
    with pytest.raises(AtlasError, match="too long"):
        export_all.export_all(
            small,
            tmp_path / ("x" * 300),
            chosen=Filter.everything(),
            lang="en",
            force=False,
            date=date(2024, 5, 1),
            watch=iter,
        )
    whole = tmp_path / ("图" * 83 + ".html")
    write_text(whole, "text")
    assert whole.read_text() == "text"
