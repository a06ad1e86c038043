"""A correction note is written in explorer and exported file, by keyboard too, and read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from analyst.notes.judging import judge, read_given
from layers.publish.export import export_html
from layers.records import data
from layers.records.model import Atlas
from registry.notes.vocab import LONGEST_TEXT, NoteKind, NoteState
from registry.paths import DEFAULT, Paths
from tests.navigation.test_axe import found

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]
Write = Callable[[str], str]

#: A place in whose middle no project is, and the county there.
MIDDLE, COUNTY = "31.25,105.85,10", "南部县"
FOCUSED = """() => {
  let at = document.activeElement;
  while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
  return at.className;
}"""


@pytest.fixture(params=["explorer", "file"])
def there(request: pytest.FixtureRequest, atlas: Atlas, written: Write) -> str:
    """The address of a page with the map, ready for what follows ``?`` or ``#``."""
    if request.param == "explorer":
        return str(request.getfixturevalue("app")) + "?lang=zh&"
    return written(export_html(atlas, lang="zh")) + "#"


def saved(page: Page, box: Locator, folder: Path) -> Path:
    """The file that the button of the notes gives."""
    with page.expect_download() as waiting:
        box.locator("button[type=submit]").click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def by_label(box: Locator, label: str) -> Locator:
    return box.get_by_label(label, exact=False).first


def test_notes_from_a_card_are_saved_and_read_back(
    there: str, open_page: Open, tmp_path: Path
) -> None:
    errors: list[str] = []
    page = open_page(f"{there}project=yukun-hsr", errors=errors)
    opener = page.locator(".atlas-card .atlas-tell")
    opener.click()
    box = page.get_by_role("dialog", name="指正")
    kind, text = by_label(box, "哪方面不对"), by_label(box, "应当怎样")
    assert "渝昆高铁" in box.inner_text()
    assert kind.evaluate("e => e === e.getRootNode().activeElement")
    # What lacks is told where the keyboard then is.
    for lacking, told in ((kind, "请先选"), (text, "请写明")):
        box.locator("button[type=submit]").click()
        assert told in box.get_by_role("alert").inner_text()
        assert lacking.get_attribute("aria-invalid") == "true"
        assert lacking.evaluate("e => e === e.getRootNode().activeElement")
        kind.select_option("name")
    text.fill("也叫渝昆客专\n<img src=x onerror=alert(1)>")
    by_label(box, "从哪里知道").fill("https://example.cn/a")
    box.get_by_role("button", name="记下，再写一条").click()
    assert text.input_value() == ""
    assert "已记下，共 1 条" in box.get_by_role("status").inner_text()
    assert box.locator("img").count() == 0
    kind.select_option("position")
    text.fill("=线位偏北" + "字" * LONGEST_TEXT)
    assert len(text.input_value()) == LONGEST_TEXT
    by_label(box, "联系方式").fill("me@example.cn")
    assert "2 条存成一个文件" in box.inner_text()
    path = saved(page, box, tmp_path)
    assert path.name.startswith("指正-yukun-hsr-")
    assert path.name in box.get_by_role("status").inner_text()
    assert box.locator(".atlas-note-list").is_hidden()
    notes = json.loads(path.read_text("utf-8"))
    assert [sorted(note) for note in notes] == [
        sorted(("atlas", "written", "kind", "project", "lon", "lat", "text", "source", "contact"))
    ] * 2
    assert notes[0]["text"].splitlines()[1] == "<img src=x onerror=alert(1)>"
    assert [note["contact"] for note in notes] == [None, "me@example.cn"]
    assert notes[0]["source"] == "https://example.cn/a"
    judged = judge(read_given([path]), [], DEFAULT)
    assert [one.state for one in judged] == [NoteState.NEW] * 2
    assert judged[0].name[0] == "渝昆高铁"
    # Escape closes it alone, and the keyboard is where it was.
    page.keyboard.press("Escape")
    assert box.is_hidden()
    assert page.locator(".atlas-card").is_visible()
    assert "atlas-tell" in page.evaluate(FOCUSED)
    assert errors == []


def test_a_note_from_a_place_by_keyboard(there: str, open_page: Open, tmp_path: Path) -> None:
    page = open_page(f"{there}at={MIDDLE}&rail=off")
    page.locator(".atlas-map").focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("menu")
    assert COUNTY in menu.inner_text()
    menu.get_by_role("menuitem", name="指正这一处").press("Enter")
    box = page.get_by_role("dialog", name="指正")
    box.wait_for()
    # On by keyboard alone: kind, text, then Enter on the button.
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ""
    by_label(box, "应当怎样").fill("这里有一条在建的路")
    by_label(box, "哪方面不对").select_option("missing")
    before = box.locator(".atlas-note-place span").inner_text()
    assert "东经 105.85" in before
    box.locator("button[type=submit]").focus()
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    path = tmp_path / "a.json"
    waiting.value.save_as(path)
    note = json.loads(path.read_text("utf-8"))
    assert (note["project"], note["atlas"]["project"]) == (None, None)
    assert before == f"位置：东经 {note['lon']:.4f}°、北纬 {note['lat']:.4f}°"
    assert abs(note["lat"] - 31.25) < 0.1
    assert [one.state for one in judge(read_given([path]), [], DEFAULT)] == [NoteState.NEW]


def test_notes_that_wait_survive_closing_and_a_reload(there: str, open_page: Open) -> None:
    page = open_page(f"{there}project=yukun-hsr")
    again = page.locator(".atlas-note-again")
    assert again.is_hidden()
    page.locator(".atlas-card .atlas-tell").click()
    box = page.get_by_role("dialog", name="指正")
    by_label(box, "哪方面不对").select_option("other")
    by_label(box, "应当怎样").fill("甲")
    box.get_by_role("button", name="记下，再写一条").click()
    by_label(box, "应当怎样").fill("还没写完")
    page.keyboard.press("Escape")
    assert again.get_attribute("aria-label") == "记下 1 条，还没有存成文件"
    again.click()
    assert by_label(box, "应当怎样").input_value() == "还没写完"
    page.reload()
    page.locator(".atlas[data-shown]").wait_for(timeout=60_000)
    again.click()
    assert box.locator(".atlas-note-list li").count() == 1
    box.get_by_role("button", name="删去：其他 · 渝昆高铁").click()
    assert box.locator(".atlas-note-list").is_hidden()
    assert again.is_hidden()


def test_the_map_moves_on_beside_it_and_its_centre_is_taken(
    atlas: Atlas, written: Write, open_page: Open
) -> None:
    page = open_page(written(export_html(atlas, lang="en")) + "#project=yukun-hsr")
    page.locator(".atlas-card .atlas-tell").click()
    box = page.get_by_role("dialog", name="Tell us")
    place = box.locator(".atlas-note-place span")
    before = place.inner_text()
    page.evaluate("atlasPage.view.map.setView([30.5, 104.25], 9, {animate: false})")
    box.get_by_role("button", name="Use the map's centre").click()
    assert place.inner_text() == "Place: 30.5000°N 104.2500°E" != before
    assert "Changed" in box.get_by_role("status").inner_text()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("page_kind", "theme"), [("app", "light"), ("app", "dark"), ("file", "")])
def test_axe_finds_nothing(
    request: pytest.FixtureRequest,
    atlas: Atlas,
    written: Write,
    open_page: Open,
    lang: str,
    page_kind: str,
    theme: str,
) -> None:
    if page_kind == "app":
        url = f"{request.getfixturevalue('app')}?lang={lang}&theme={theme}&project=yukun-hsr"
    else:
        url = written(export_html(atlas, lang=lang)) + "#project=yukun-hsr"
    page = open_page(url)
    page.locator(".atlas-card .atlas-tell").click()
    box = page.locator(".atlas-note")
    box.locator("select").select_option("other")
    box.locator("textarea").fill("甲")
    box.locator(".atlas-note-buttons button").nth(1).click()
    box.locator("textarea").fill("乙")
    box.locator("button[type=submit]").click()
    box.locator("[aria-invalid]").first.wait_for()
    assert found(page) == []


def test_hostile_data_run_nothing(
    hostile_paths: Paths, written: Write, open_page: Open, tmp_path: Path
) -> None:
    errors: list[str] = []
    atlas = data.load(hostile_paths)
    page = open_page(written(export_html(atlas)) + "#project=first-line", errors=errors)
    page.locator(".atlas-card .atlas-tell").click()
    box = page.locator(".atlas-note")
    kinds: list[Any] = box.locator("option").evaluate_all("all => all.map(e => e.value)")
    assert kinds == ["", *(kind.value for kind in NoteKind)]
    box.locator("select").select_option("other")
    box.locator("textarea").fill("a\u202eb\u200bc")
    path = saved(page, box, tmp_path)
    assert read_given([path])[0].note.text == "abc"
    assert page.evaluate("window.pwned") is None
    assert errors == []
