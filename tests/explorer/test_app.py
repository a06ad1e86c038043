"""The explorer in a real browser: filters, cards, links, downloads, damage, hostile data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.filters import Filter
from registry.paths import DEFAULT
from registry.vocab import Status
from tests.support import browser, require

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The explorer on the shipped data, under a base path."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    log = tmp_path_factory.mktemp("app") / "log.txt"
    with browser.explorer(DEFAULT.data, log, base="maps/atlas") as url:
        yield url


def shown(page: Page, count: int) -> None:
    """Wait until the map shows ``count`` projects."""
    page.locator(f'.atlas[data-shown="{count}"]').wait_for(timeout=10_000, state="attached")


def choice(page: Page, code: str) -> Locator:
    """The filter's button of a choice, such as ``status=start``."""
    return page.locator(f'.app-panel [data-choice="{code}"]')


def mark(page: Page) -> None:
    """Remember the map's element, to see that it is never made anew; note its place."""
    page.locator(".atlas-root").evaluate(
        "e => { window.ex = e.explorer; window.map = e.explorer.view.map; window.gone = 0;"
        " new MutationObserver(() => { window.gone += 1; }).observe(e, {childList: true}); }"
    )


def test_filter_changes_number_and_map_but_not_the_view(
    app: str, atlas: Atlas, open_page: Open
) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(app, requests=requests, errors=errors)
    shown(page, len(filters.apply(atlas, Filter())))
    mark(page)
    page.evaluate("window.map.setView([29.5, 105.5], 9, {animate: false})")
    drawn = page.locator("path.atlas-line:visible")
    lines = drawn.count()
    left = filters.apply(atlas, Filter(statuses=frozenset({Status.PREPARATION})))
    button = choice(page, "status=preparation")
    assert button.locator(".app-n").inner_text() == str(len(left))
    button.click()
    shown(page, len(left))
    page.get_by_text(re.compile(rf"^{len(left)} / {len(atlas.projects)}")).wait_for()
    assert 0 < drawn.count() < lines
    # The downloads are of what is shown.
    page.get_by_role("button", name=re.compile(rf"下载 {len(left)} ")).wait_for()
    assert page.evaluate("window.gone") == 0
    assert page.evaluate(
        "[window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"
    ) == pytest.approx([29.5, 105.5, 9], abs=0.01)
    page.wait_for_url(re.compile("status=preparation.*at=29.5"))
    # The legend's switch fetches the roads; nothing else ever leaves for elsewhere.
    page.locator('[data-network="road"]').check()
    page.wait_for_timeout(300)
    host = app.split("/maps")[0]
    assert all(r.startswith((host, "blob:" + host, "data:")) for r in requests)
    assert errors == []


def test_a_filter_asks_nothing_of_the_server(app: str, chromium: Browser) -> None:
    sizes: list[int] = []
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    fresh = context.new_page()
    fresh.on("websocket", lambda ws: ws.on("framereceived", lambda d: sizes.append(len(d))))
    fresh.on("websocket", lambda ws: ws.on("framesent", lambda d: sizes.append(len(d))))
    fresh.goto(app)
    fresh.locator(".atlas[data-shown]").wait_for()
    fresh.get_by_role("button", name="下载").wait_for()
    fresh.wait_for_timeout(500)
    sizes.clear()
    button = choice(fresh, "status=start")
    n = button.locator(".app-n").inner_text()
    button.click()
    fresh.get_by_role("button", name=f"下载 {n} 项").wait_for()
    fresh.wait_for_timeout(200)
    assert sizes == []
    context.close()


def test_line_to_card_and_link(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app)
    project = atlas.by_id["yukun-hsr"]
    page.locator('path[data-id="yukun-hsr"]').focus()
    page.keyboard.press("Enter")
    card = page.locator(".atlas-card")
    text = card.inner_text()
    assert project.name in text
    assert project.mentions[0].as_written in text
    # Its history as a picture with words, its counties with kilometres, its sections.
    said = card.locator(".atlas-picture:not(.atlas-axis)").get_attribute("aria-label") or ""
    assert "前期工作" in said
    assert re.search(r"叙州区\s*\d", text)
    related = card.locator(".atlas-related", has_text="渝昆高铁重庆至宜宾段")
    page.wait_for_url(re.compile("project=yukun-hsr"))
    again = open_page(page.url)
    again.locator('.atlas[data-selected="yukun-hsr"]').wait_for()
    assert project.name in again.locator(".atlas-card").inner_text()
    assert again.locator("tr.is-selected").get_attribute("data-row") == "yukun-hsr"
    related.click()
    page.locator('.atlas[data-selected="yukun-hsr-chongqing-yibin"]').wait_for()


def test_search_by_pinyin_and_keyboard(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app)
    search = page.get_by_role("combobox", name="搜索")
    search.fill("ykgt")
    left = filters.apply(atlas, Filter(query="ykgt"))
    assert "yukun-hsr" in left.ids
    shown(page, len(left))
    search.press("Enter")
    page.locator('.atlas[data-selected="yukun-hsr"]').wait_for()
    page.keyboard.press("Escape")
    # Another project has an older name with these initials and stands first in the list.
    search.fill("yk")
    search.press("Enter")
    page.locator('.atlas[data-selected="yukun-hsr"]').wait_for()


def test_place_and_year(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app + "?place=510500&year=2019,2020&mode=all")
    chosen = Filter(places=frozenset({"510500"}), years=frozenset({2019, 2020}), modes=frozenset())
    shown(page, len(filters.apply(atlas, chosen)))
    choice(page, "year=2019").click()
    choice(page, "year=2020").click()
    left = filters.apply(atlas, Filter(places=frozenset({"510500"}), modes=frozenset()))
    shown(page, len(left))
    page.get_by_role("searchbox", name="市、区县").fill("yibin")
    choice(page, "place=511500").click()
    both = Filter(places=frozenset({"510500", "511500"}), modes=frozenset())
    shown(page, len(filters.apply(atlas, both)))


def test_list_selects_on_the_map(app: str, open_page: Open) -> None:
    page = open_page(app)
    row = page.locator(".atlas-list tr[data-row]").nth(3)
    key = row.get_attribute("data-row")
    row.get_by_role("button").click()
    page.locator(f'.atlas[data-selected="{key}"]').wait_for()
    page.wait_for_url(re.compile(f"project={key}"))


def test_nothing_matches_can_be_widened(app: str, atlas: Atlas, open_page: Open) -> None:
    page = open_page(app + "?q=nonesuch&lang=en&plan=nope&at=1,2,3&colour=red")
    page.get_by_text("Nothing matches").wait_for()
    said = page.get_by_role("alert").inner_text()
    assert all(bad in said for bad in ("plan=nope", "at=1,2,3", "colour=red"))
    core = len(filters.apply(atlas, Filter()))
    page.get_by_role("button", name=re.compile(f"Without “Search” → {core}")).click()
    shown(page, core)
    page.get_by_role("combobox", name="Search").fill("nonesuch")
    page.get_by_role("button", name="Show everything").click()
    shown(page, len(atlas.projects))
    page.wait_for_url(re.compile("mode=all"))
    assert "q=" not in page.url


def test_compare_matrix_charts_and_data(app: str, atlas: Atlas, open_page: Open) -> None:
    errors: list[str] = []
    page = open_page(app + "?tab=compare&from=chuannan-2018&to=shuangcheng-2020", errors=errors)
    core = [p for p in atlas.projects if p.mode in Filter().modes]
    old = {p.id for p in core if "chuannan-2018" in p.statuses}
    new = {p.id for p in core if "shuangcheng-2020" in p.statuses}
    shown(page, len(old | new))
    row = page.locator(".app-above [data-choice]")
    earlier = {p.id for p in core if {"chuanyu-2018", "tongnan-2018"} & set(p.statuses)}
    assert row.locator(".app-n").nth(0).inner_text() == str(len(new - old - earlier))
    assert row.locator(".app-n").nth(1).inner_text() == str(len((new - old) & earlier))
    page.locator('.app-above [data-choice="change=back"]').click()
    table = page.locator(".is-compare tr[data-row]")
    assert "longhuang-longxu" in [r.get_attribute("data-row") for r in table.all()]
    shown(page, table.count())
    page.get_by_role("button", name="矩阵").click()
    assert page.locator(".is-matrix tr[data-row]").count() == len(core)
    page.get_by_role("button", name="图表").click()
    bar = page.locator('.app-chart [data-choice="region=wandakai"]')
    bar.click()
    left = filters.apply(atlas, Filter(regions=frozenset({"wandakai"})))
    shown(page, len(left))
    page.wait_for_url(re.compile("tab=charts.*"))
    page.get_by_role("button", name="数据说明").click()
    page.locator(".app-figures").wait_for()
    assert str(sum(len(p.mentions) for p in atlas.projects)) in page.locator(
        ".app-figures"
    ).inner_text().replace(",", "")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="About the data").wait_for()
    page.locator(".app-figures").wait_for()
    assert errors == []


@pytest.mark.parametrize(("lang", "words"), [("zh", "作为依托提到"), ("en", "Named as a basis")])
def test_a_bare_mention_is_no_change_in_the_comparison(
    app: str, open_page: Open, lang: str, words: str
) -> None:
    plans = "from=shuangcheng-2020&to=chuannan-yuxi-2023"
    page = open_page(app + f"?tab=compare&{plans}&lang={lang}")
    row = page.locator('.is-compare tr[data-row="chengziyi-hsr"]')
    row.wait_for()
    before, after, change = row.locator("td").all_inner_texts()[-3:]
    assert before.strip() in ("在建", "Construction")
    # The sign of the change stands before its words.
    assert [text.split("\n")[-1] for text in (after, change)] == [words, words]
    chip = page.locator('.app-above [data-choice="change=only_named"]')
    assert words in chip.inner_text()


def test_download_opens_from_disk(app: str, atlas: Atlas, open_page: Open, tmp_path: Path) -> None:
    page = open_page(app + "?region=wandakai&lang=en")
    left = filters.apply(atlas, Filter(regions=frozenset({"wandakai"})))
    page.get_by_role("button", name=f"Download {len(left)}").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Map (HTML)").click()
    target = tmp_path / "map.html"
    waiting.value.save_as(target)
    exported = open_page(target.as_uri(), offline=True)
    assert exported.locator(".atlas").get_attribute("data-shown") == str(len(left))


def test_narrow_screen_in_the_dark(app: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    page.goto(app)
    page.locator(".atlas.is-narrow.is-dark").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(color_scheme="light")
    page.locator(".atlas.is-narrow.is-light").wait_for()
    context.close()


def test_hostile_data_run_nothing(hostile_app: tuple[str, Path], open_page: Open) -> None:
    url, _ = hostile_app
    requests: list[str] = []
    errors: list[str] = []
    page = open_page(url + "?mode=all&region=west", requests=requests, errors=errors)
    page.locator(".atlas-root").evaluate(
        """root => { const ex = root.explorer, view = ex.view;
          view.model.projects.forEach(p => { view.open(p.id);
            view._hover(p, {x: 9, y: 9}, 1); });
          view._choose(view.model.projects, {x: 50, y: 50}); view.setBand(true);
          ["compare", "matrix", "charts", "data", "map"].forEach(tab => ex.set({tab: tab}));
          ex.set({q: "<img src=x onerror=window.pwned=1>"}); }"""
    )
    page.wait_for_timeout(900)
    open_page(
        url + "?lang=en&plan=<img src=x onerror=window.pwned=1>", requests=requests, errors=errors
    )
    assert page.evaluate("window.pwned") is None
    assert errors == []
    assert not [r for r in requests if "evil" in r or r.endswith("/x")]


@pytest.mark.parametrize("name", ["projects.geojson", "events.csv", "plans.yaml", "places.csv"])
def test_broken_data_in_one_sentence(
    hostile_app: tuple[str, Path], open_page: Open, name: str
) -> None:
    url, folder = hostile_app
    path = folder / name
    kept = path.read_bytes()
    errors: list[str] = []
    path.write_bytes(kept[: len(kept) // 2].replace(b"event,", b"x,").replace(b"lon", b"l\xffn"))
    try:
        # The rest of the page is there: open_page waits for the map.
        page = open_page(url, errors=errors)
        alert = page.get_by_role("alert")
        alert.first.wait_for()
        assert alert.count() == 1
        assert f"data/{name}" in alert.inner_text()
        assert "Traceback" not in page.content()
        assert errors == []
    finally:
        path.write_bytes(kept)


def test_a_wrong_value_costs_its_project_alone(
    hostile_app: tuple[str, Path], open_page: Open, tmp_path: Path
) -> None:
    from playwright.sync_api import expect

    url, folder = hostile_app
    path = folder / "projects.geojson"
    kept = path.read_text(encoding="utf-8")
    document = json.loads(kept)
    document["features"][0]["geometry"] = {"type": "LineString", "coordinates": [[105, None]]}
    errors: list[str] = []
    path.write_text(json.dumps(document), encoding="utf-8")
    try:
        page = open_page(url + "?lang=en&mode=all", errors=errors)
        said = (
            "1 more cannot be shown, the data are wrong: data/projects.geojson: first-line: "
            "geometry: the geometry is missing or not valid; run python -m geo build."
        )
        expect(page.locator(".app-aside .atlas-missing")).to_have_text(said)
        expect(page.locator(".atlas-table-box .atlas-missing")).to_have_text(said)
        expect(page.locator(".app-count b")).to_have_text("5 of 5 projects")
        page.get_by_role("button", name="Download 5").click()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="Map (HTML)").click()
        target = tmp_path / "map.html"
        waiting.value.save_as(target)
        exported = open_page(target.as_uri(), offline=True, errors=errors)
        expect(exported.locator(".atlas-missing").first).to_have_text(said)
        assert errors == []
    finally:
        path.write_text(kept, encoding="utf-8")
