"""The exported file as a presenter uses it: pictures, paper, the talk, the address, a frame."""

from __future__ import annotations

import base64
import re
import struct
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pypdfium2 as pdfium
import pytest

from bench import bigger
from facts.steps import since_earlier
from layers.publish import export, talk, talk_file
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import ROOT, Paths
from registry.vocab import ChangeClass, Mode
from tests.support.small_atlas import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg: str) -> list[str]:
    return ["".join(node.itertext()) for node in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("size", [(1920, 1080), (3840, 2160)])
def test_png_and_svg_are_downloaded(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path, size: tuple[int, int]
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    chosen = Filter(regions=frozenset({"chuannan-yuxi"}), modes=frozenset({Mode.RAIL}))
    url = written(export.export_html(atlas, chosen=chosen, title="川南渝西铁路"))
    page = open_page(url, offline=True, requests=requests, errors=errors)
    left = filters.apply(atlas, chosen)
    name = f"{size[0]}×{size[1]}"
    for kind in ("PNG", "SVG"):
        page.locator(".page-menu summary").first.click()
        with page.expect_download() as event:
            page.locator(".page-menu-item", has_text=re.compile(f"{kind}.*{name}")).click()
        path = tmp_path / event.value.suggested_filename
        event.value.save_as(path)
        if kind == "PNG":
            head = path.read_bytes()[:24]
            assert head[:8] == b"\x89PNG\r\n\x1a\n"
            assert struct.unpack(">II", head[16:24]) == size
            assert path.stat().st_size > 60_000
            continue
        svg = path.read_text("utf-8")
        root = ElementTree.fromstring(svg)
        assert (root.get("width"), root.get("height")) == (str(size[0]), str(size[1]))
        found = texts(svg)
        for text in ("川南渝西铁路", "图例", "铁路", "示意图，不作为划界依据", "宜宾"):
            assert text in found, text
        assert any(text.endswith("公里") for text in found)
        assert any(atlas.plans[-1].title in text for text in found)
        assert f"当前显示 {len(left)} 项" in found
        # Only what is shown: as many coloured main lines as the screen has.
        assert not re.search(r"<(?:script|image|foreignObject|style|a )|href=|on\w+=", svg)
    assert {r.split(":")[0] for r in requests} <= {"file", "data", "blob"}
    assert errors == []


def test_the_sheet_is_the_view(atlas: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    count = "svg => svg.split('<path').length"
    page.evaluate("atlasPage.filter.mode = ['waterway']; atlasPage.apply()")
    few = page.evaluate(count, page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)"))
    page.evaluate("atlasPage.filter.mode = []; atlasPage.apply()")
    many = page.evaluate(count, page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)"))
    assert many > few + 100
    page.evaluate("atlasPage.view.select('yukun-hsr', {fit: true})")
    found = texts(page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)"))
    assert atlas.by_id["yukun-hsr"].name in found
    assert page.locator(".page-offscreen").count() == 0


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_paper_takes_the_whole_map(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path, paper: str
) -> None:
    page = open_page(written(export.export_html(atlas, title="题目在纸上")), offline=True)
    pdf = tmp_path / "map.pdf"
    page.pdf(path=str(pdf), format=paper, landscape=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes())) == 1
    with pdfium.PdfDocument(pdf) as printed:
        text = re.sub(r"\s", "", printed[0].get_textpage().get_text_range())
    for word in ("题目在纸上", "图例", "计划来源", "示意图，不作为划界依据"):
        assert word in text, word
    assert "筛选与列表" not in text
    # The south of what is on screen is on the sheet.
    page.evaluate("atlasPage.paper.draw()")
    box = page.evaluate(
        """() => {
          const s = document.querySelector(".page-sheet svg").viewBox.baseVal;
          return [s.width, s.height]; }"""
    )
    assert box[0] / box[1] == pytest.approx(1.46, abs=0.01)


def test_the_talk_goes_through_the_plans(atlas: Atlas, open_page: Open, written: Write) -> None:
    errors: list[str] = []
    page = open_page(written(export.export_html(atlas)), offline=True, errors=errors)
    page.get_by_role("button", name="演示").click()
    root = page.locator(".talk")
    dates = []
    seen: dict[str, str] = {}
    for i, plan in enumerate(atlas.plans):
        assert root.get_attribute("data-step") == str(i)
        dates.append(page.locator(".talk-date").inner_text())
        wanted = {p.id for p in atlas.projects if p.mode in Filter().modes}
        named = {
            key: str(atlas.by_id[key].statuses[plan.id])
            for key in wanted
            if plan.id in atlas.by_id[key].statuses
        }
        fresh = [key for key in named if key not in seen]
        # A bare mention is no step, and is passed over.
        changed = [
            key
            for key in named
            if since_earlier([atlas.by_id[key].statuses.get(p.id) for p in atlas.plans], i)
            in (ChangeClass.FORWARD, ChangeClass.BACK, ChangeClass.CHANGED)
        ]
        caption = page.locator(".talk-caption").inner_text()
        assert str(len(fresh)) in caption
        if i:
            assert str(len(changed)) in caption
        seen.update(named)
        assert page.evaluate("atlasPage.talk.view.shown.size") == len(seen)
        # Names for which there is no room beside the map stand on a page of their own.
        page.keyboard.press("PageDown" if i % 2 else "ArrowRight")
        if page.locator(".talk-whole").count():
            page.keyboard.press("ArrowRight")
    assert dates == [plan.date[:7] for plan in atlas.plans] == sorted(dates)
    assert root.get_attribute("data-step") == str(len(atlas.plans))
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Home")
    assert root.get_attribute("data-step") == "0"
    page.keyboard.press("Escape")
    root.wait_for(state="detached")
    assert errors == []


def test_colours_for_the_wall(small: Atlas, open_page: Open, written: Write) -> None:
    page = open_page(written(export.export_html(small)), offline=True)
    modes = page.evaluate("AtlasKit.slidePayload(atlasPage.payload).style.modes")

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        line = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]

    for mode in modes.values():
        assert 1.05 / (luminance(mode["colour"]) + 0.05) >= 4.9


def test_a_talk_from_a_file(atlas: Atlas, open_page: Open, written: Write) -> None:
    found = talk_file.load(ROOT / "docs" / "talks" / "chuannan-yuxi.yaml", atlas)
    page = open_page(written(export.export_html(atlas, talk=found)), offline=True)
    page.evaluate("location.hash = 'step=2'")
    root = page.locator(".talk")
    root.wait_for()
    for i, step in enumerate(found.steps[1:], 1):
        assert root.get_attribute("data-step") == str(i)
        assert page.locator(".talk-title").inner_text() == step.title
        assert page.locator(".talk-caption").inner_text() == step.caption
        if step.viewport:
            page.wait_for_timeout(400)
            where = page.evaluate("atlasPage.talk.view.viewport()")
            assert where["zoom"] == pytest.approx(step.viewport[2], abs=0.01)
        assert page.evaluate("atlasPage.talk.view.selected") == step.select
        page.keyboard.press(" ")
        # Names for which there is no room stand on a page of their own.
        if page.locator(".talk-whole").count():
            page.keyboard.press(" ")


def test_the_address(atlas: Atlas, open_page: Open, written: Write) -> None:
    url = written(export.export_html(atlas))
    page = open_page(url + "#region=万达开&plan=shuangcheng-2020&status=nonsense", offline=True)
    region = next(r.id for r in atlas.regions if r.id == "wandakai")
    chosen = Filter(regions=frozenset({region}), plans=frozenset({"shuangcheng-2020"}))
    asked = page.evaluate("atlasPage.filter")
    # A part of a name that nothing else has will do.
    assert asked["region"] == [region]
    assert asked["plan"] == ["shuangcheng-2020"]
    assert "status=nonsense" in page.locator(".page-notice").inner_text()
    page.evaluate(f"location.hash = 'region={region}&plan=shuangcheng-2020'")
    page.wait_for_function("atlasPage.filter.region.length === 1")
    left = filters.apply(atlas, chosen)
    assert page.locator(".atlas").get_attribute("data-shown") == str(len(left))
    page.evaluate("location.hash = 'project=yukun-hsr&lat=29&lon=104&zoom=8'")
    page.wait_for_function("atlasPage.view.selected === 'yukun-hsr'")
    assert page.evaluate("atlasPage.view.map.getZoom()") == 8


def test_the_viewport_of_the_app(atlas: Atlas, open_page: Open, written: Write) -> None:
    text = export.export_html(atlas, viewport=(29.5, 106.0, 8.5), selected="yukun-hsr")
    page = open_page(written(text), offline=True)
    where = page.evaluate("atlasPage.view.viewport()")
    assert (where["lat"], where["lon"], where["zoom"]) == pytest.approx((29.5, 106, 8.5), abs=0.01)
    assert page.locator(".atlas-card").is_visible()


def test_a_project_outside_the_filter_is_drawn(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    chosen = Filter(regions=frozenset({"wandakai"}))
    left = filters.apply(atlas, chosen)
    assert "yukun-hsr" not in left.ids
    page = open_page(written(export.export_html(atlas, chosen=chosen, selected="yukun-hsr")))
    page.locator(".atlas-card").wait_for()
    assert page.locator(".atlas").get_attribute("data-shown") == str(len(left) + 1)
    inside = (
        "atlasPage.view.map.getBounds().contains(atlasPage.view.projects.mainBounds(['yukun-hsr']))"
    )
    assert page.evaluate(inside)


def test_a_picture_has_the_names_of_the_screen(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    text = export.export_html(atlas, chosen=Filter(regions=frozenset({"wandakai"})))
    page = open_page(written(text), offline=True)
    page.wait_for_selector("html[data-drawn]")
    found = texts(page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)"))
    assert {"万州区", "开州区", "宣汉县"} <= set(found)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_lists_of_the_talk_fit(
    atlas: Atlas, open_page: Open, written: Write, lang: str
) -> None:
    page = open_page(written(export.export_html(atlas, lang=lang)), offline=True)
    page.wait_for_selector("html[data-drawn]")
    page.evaluate("void AtlasKit.present(atlasPage, 0)")
    page.set_viewport_size({"width": 1280, "height": 720})
    for step in range(page.evaluate("atlasPage.talk.steps.length")):
        page.evaluate(f"atlasPage.talk.go({step})")
        lists = page.locator(".talk-lists")
        assert lists.evaluate("e => e.scrollHeight <= e.clientHeight"), step
        assert step == len(atlas.plans) or lists.locator("li").count() >= 6


def test_thousands_in_talk_and_picture(open_page: Open, written: Write, tmp_path: Path) -> None:
    some = data.load(bigger.write(tmp_path, 12))
    source = (ROOT / "web" / "src" / "map" / "layers" / "dense-layer.js").read_text("utf-8")
    dense_from = re.search(r"DENSE_FROM = (\d+)", source)
    assert dense_from
    assert len(some.projects) > int(dense_from[1])
    page = open_page(written(export.export_html(some)), offline=True)
    page.wait_for_selector("html[data-drawn]")
    page.evaluate("void AtlasKit.present(atlasPage, 3)")
    alphas = page.evaluate(
        """() => {
          const c = document.querySelector('.talk-map .leaflet-dense-pane canvas'), found = {};
          const data = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
          for (let i = 3; i < data.length; i += 4) found[data[i]] = (found[data[i]] || 0) + 1;
          return found; }"""
    )
    # Nothing, the faint ones, the strong ones.
    assert sorted(map(int, alphas)) == [0, 41, 235]
    page.evaluate("atlasPage.talk.leave()")
    svg = page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)")
    image = re.search(r'<image [^>]*href="data:image/png;base64,([^"]+)"[^>]*>', svg)
    assert image
    wide = struct.unpack(">I", base64.b64decode(image[1][:32])[16:20])[0]
    assert f'width="{wide // 2}"' in image[0]


def test_hostile_text_in_pictures_and_talk(
    hostile_paths: Paths, open_page: Open, written: Write
) -> None:
    atlas = data.load(hostile_paths)
    bad = HOSTILE + "\x07\ud800"[:1]
    step = talk.Step(bad, bad, Filter.everything(), None, "first-line", ("second-road",), True)
    text = export.export_html(
        atlas,
        title=bad,
        subtitle=bad,
        chosen=Filter(modes=frozenset(), query="甲"),
        talk=talk.Talk(bad, "zh", (step, step)),
    )
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(written(text), requests=requests, errors=errors)
    page.evaluate("atlasPage.view.select('first-line')")
    svg = page.evaluate("AtlasKit.svgText(atlasPage, 1920, 1080)")
    tags = {node.tag for node in ElementTree.fromstring(svg).iter()}
    shapes = ("svg", "title", "rect", "text", "defs", "clipPath", "g", "path", "circle", "line")
    assert tags <= {SVG + name for name in shapes}
    assert page.evaluate("AtlasKit.png(atlasPage, 640, 360).then(b => b.size)") > 5000
    page.evaluate("AtlasKit.present(atlasPage, 0)")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.evaluate("atlasPage.paper.draw()")
    other = page.evaluate(
        """svg => new Promise(done => {
          const frame = document.createElement("div");
          frame.appendChild(document.importNode(
            new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
          document.body.appendChild(frame);
          setTimeout(() => done(window.pwned), 200); })""",
        svg,
    )
    assert other is None
    assert page.evaluate("window.pwned") is None
    assert errors == []
    assert {r.split(":")[0] for r in requests} <= {"file", "data", "blob"}


def test_chinese_is_drawn_not_boxed(small: Atlas, open_page: Open, written: Write) -> None:
    """Two different characters give two different pictures, and neither is blank."""
    shots = []
    for title in ("成成成成", "渝渝渝渝"):
        page = open_page(written(export.export_html(small, title=title)), offline=True)
        found = page.evaluate(
            """() => AtlasKit.png(atlasPage, 1920, 1080).then(createImageBitmap).then(image => {
              const c = document.createElement("canvas"); c.width = 300; c.height = 50;
              const g = c.getContext("2d"); g.drawImage(image, 30, 25, 300, 50, 0, 0, 300, 50);
              return Array.from(g.getImageData(0, 0, 300, 50).data)
                .filter((_, i) => i % 4 === 0); })"""
        )
        assert sum(value < 128 for value in found) > 300
        shots.append(found)
    assert shots[0] != shots[1]
