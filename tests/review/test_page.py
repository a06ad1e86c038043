"""The page Read a plan in a real browser: dropping, correcting by keyboard, taking away."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.plans.documents.support import expected
from tests.review.in_browser import done, drop, paste, wait_until_idle
from tests.support import browser, copy_data, require

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser
Open = Callable[..., "Page"]

HOSTILE = (
    "一、铁路\n开工建设<img src=x onerror=window.pwned=1>云泽至青岚铁路，"
    "推进</script><script>window.pwned=1</script>河湾至金塘铁路[% 1+1 %]前期工作。\n"
    '=HYPERLINK("http://evil.invalid","x") 加快白石港建设。\n'
)


def active(page: Page) -> Locator:
    return page.locator("tr[aria-current]")


def taken(page: Page, name: str) -> bytes:
    """What the link ``name`` of the menu downloads."""
    if not page.get_by_role("link", name=name).is_visible():
        page.get_by_role("button", name=re.compile("^(下载|Download)$")).click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    return waiting.value.path().read_bytes()


def table(page: Page) -> list[dict[str, str]]:
    text = taken(page, "表（CSV）").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture(scope="module")
def open_to_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The explorer on a copy of the data that its readers may change."""
    require(browser.chromium() is not None, "Chromium (name it in CHROMIUM)")
    folder = tmp_path_factory.mktemp("open")
    paths = copy_data(folder)
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("ATLAS_ACCEPT", "1")
            url = stack.enter_context(browser.explorer(paths.data, folder / "log.txt"))
        yield url, paths.data


def test_a_plan_is_accepted_and_taken_out_again(
    open_to_all: tuple[str, Path], open_page: Open
) -> None:
    from playwright.sync_api import expect

    url, data = open_to_all
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    page = open_page(url + "?page=read&lang=en", ready=".reader-zone")
    paste(
        page,
        "云泽市综合交通规划（2027—2030年）\n云泽市人民政府\n加快建设渝昆高铁，开工建设宜宾至泸州铁路。",
    )
    done(page, 2)
    page.locator(".st-key-downloads").get_by_role("button", name="Accept").click()
    page.get_by_label("The plan's id").fill("yunze-2027")
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_text(re.compile("new .*yibin-luzhou")).first.wait_for(timeout=60_000)
    assert {p: p.read_bytes() for p in before} == before
    page.get_by_role("button", name="Write to the atlas").click()
    page.get_by_text("Accepted; it is on the map").wait_for(timeout=240_000)
    plans = (data / "plans.yaml").read_text(encoding="utf-8")
    assert "yunze-2027" in plans
    assert "yunze-2027" in (data / "mentions.csv").read_text(encoding="utf-8")
    page.get_by_role("button", name="Take yunze-2027 out again").click()
    # Its button goes when all is written.
    expect(page.get_by_role("button", name="Take yunze-2027 out again")).to_have_count(
        0, timeout=240_000
    )
    assert "yunze-2027" not in (data / "mentions.csv").read_text(encoding="utf-8")
    assert "yunze-2027" not in (data / "plans.yaml").read_text(encoding="utf-8")


def test_a_server_that_is_closed_says_so(read: Open) -> None:
    page = read("&lang=en")
    paste(page, "加快建设渝昆高铁。")
    done(page, 1)
    assert page.locator(".st-key-downloads").get_by_role("button").count() == 0
    page.get_by_role("button", name="Download").click()
    page.get_by_text("Nothing can be accepted on this server").wait_for()


def test_it_is_reached_from_the_map_and_leads_back(app: str, open_page: Open) -> None:
    page = open_page(app + "?lang=en")
    page.get_by_role("link", name="Read a plan").click()
    page.locator(".reader-zone").wait_for(timeout=60_000)
    for limit in ("50 MB", "2000", "20 MB", "60 s", "100:1"):
        assert limit in page.locator(".reader-zone").inner_text()
    page.get_by_role("link", name="Back to the map").click()
    page.locator(".atlas[data-shown]").wait_for(timeout=60_000)
    assert page.locator(".atlas-app").get_attribute("lang") == "en"


def test_a_document_is_corrected_by_keyboard_and_taken_away(read: Open) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page = read(requests=requests, errors=errors)
    drop(page, "plan.docx")
    wanted = [row["name"] for row in expected("plan.docx")]
    done(page, len(wanted))
    # The table has the keyboard at once, on its first row.
    keys = page.keyboard
    assert active(page).locator(".reader-name").inner_text() == wanted[0]
    keys.press("a")
    assert active(page).locator(".reader-name").inner_text() == wanted[1]
    keys.press("x")
    keys.press("6")
    before = page.locator(".reader-words").inner_text()
    keys.press("BracketRight")
    wait_until_idle(page)
    assert page.locator(".reader-words").inner_text().startswith(before)
    assert len(page.locator(".reader-words").inner_text()) == len(before) + 1
    keys.press("u")
    wait_until_idle(page)
    assert page.locator(".reader-words").inner_text() == before
    keys.press("ArrowDown")
    keys.press("s")
    page.locator("[data-field=status]").select_option("operation")
    keys.press("Escape")
    keys.press("ArrowUp")
    assert active(page).locator(".reader-name").inner_text() == wanted[2]
    wait_until_idle(page)
    rows = table(page)
    assert [row["name"] for row in rows] == [wanted[0], *wanted[2:]]
    assert rows[1]["status"] == "operation"
    assert rows[2]["status"] == "operation"
    shapes = json.loads(taken(page, "GeoJSON"))
    assert [f["properties"]["name"] for f in shapes["features"]] == [r["name"] for r in rows]
    marked = taken(page, "标注原文（HTML）").decode()
    assert marked.count("<mark") == len(rows)
    assert "<script" not in marked
    assert errors == []
    assert all(
        r.startswith(("http://127.0.0.1", "blob:http://127.0.0.1", "data:")) for r in requests
    )


def test_good_ones_are_read_beside_a_bad_one(read: Open) -> None:
    page = read("&lang=en")
    drop(page, "plan_scanned.pdf", "plan_table.pdf", "empty.txt", "txt_big5.txt")
    page.locator(".reader-file-item.is-read").nth(1).wait_for(timeout=60_000)
    faults = page.locator(".reader-file-item.is-refused")
    assert faults.count() == 2
    assert "run text recognition" in faults.nth(0).inner_text()
    assert "nothing to read" in faults.nth(1).inner_text()
    done(page, len(expected("plan_table.pdf")))
    page.get_by_role("button", name=re.compile("^txt_big5.txt")).click()
    done(page, len(expected("txt_big5.txt")))
    page.get_by_role("button", name="Remove plan_scanned.pdf").click()
    faults.nth(1).wait_for(state="detached")
    assert page.locator(".reader-file-item").count() == 3


def test_too_large_a_file_is_not_sent(read: Open) -> None:
    page = read("&lang=en")
    page.evaluate(
        """() => { const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(50000001)], "large.txt"));
          document.body.dispatchEvent(new DragEvent("drop",
            {dataTransfer: data, bubbles: true, cancelable: true, composed: true})); }"""
    )
    told = page.locator(".reader-faults").get_by_text("large.txt")
    assert "large.txt: the file has 50.0 MB, more than the 50 MB allowed" in told.inner_text()
    assert page.locator(".reader-file-item").count() == 0


def test_pasted_text_is_compared_with_the_known(read: Open) -> None:
    page = read()
    paste(page, "规划研究渝昆高铁。开工建设云泽至青岚铁路。")
    done(page, 2)
    groups = page.locator(".reader-changes")
    groups.locator("select").select_option("chuannan-2018")
    wait_until_idle(page)
    assert groups.locator("[data-group=new] .app-n").inner_text() == "1"
    assert groups.locator("[data-group=status] .app-n").inner_text() == "1"
    groups.locator("[data-group=dropped]").click()
    page.locator(".reader-dropped li").first.wait_for()
    groups.locator("[data-group=status]").click()
    assert "状态后退" in page.locator(".reader-about").inner_text()
    # Both are on the map: the known one in the colour of its change.
    assert page.locator('.reader-map path[data-id="yukun-hsr"]').count() == 1


def test_what_was_missed_is_added_from_the_text(read: Open) -> None:
    page = read()
    paste(page, "加快建设渝昆高铁。大家都知道远山乐园。")
    done(page, 1)
    part = page.locator(".reader-part").first
    part.evaluate(
        """part => { const range = document.createRange();
          const last = part.lastChild, at = last.textContent.indexOf("远山乐园");
          range.setStart(last, at); range.setEnd(last, at + 4);
          const root = part.getRootNode();
          const chosen = root.getSelection ? root.getSelection() : window.getSelection();
          chosen.removeAllRanges(); chosen.addRange(range); }"""
    )
    page.locator("tr[aria-current]").press("+")
    done(page, 2)
    wait_until_idle(page)
    assert active(page).locator(".reader-name").inner_text() == "远山乐园"
    assert [row["as_written"] for row in table(page)] == ["渝昆高铁", "远山乐园"]


def test_a_review_is_put_aside_and_taken_up(read: Open, tmp_path: Path) -> None:
    page = read()
    drop(page, "plan_table.pdf")
    count = len(expected("plan_table.pdf"))
    done(page, count)
    page.keyboard.press("x")
    page.keyboard.press("a")
    wait_until_idle(page)
    path = tmp_path / "review.json"
    path.write_bytes(taken(page, "审阅文件，可再拖回来"))
    again = read("&lang=en")
    drop(again, path)
    done(again, count)
    assert again.locator(".reader-count").inner_text() == f"2 of {count} reviewed"
    assert again.locator("tr.is-reject").count() == 1
    # Half of it is refused in one sentence.
    broken = tmp_path / "half.json"
    broken.write_bytes(path.read_bytes()[:300])
    drop(again, broken)
    again.get_by_text("the review file is not whole").wait_for()


def test_a_download_right_after_a_change_has_it(read: Open, log: Path) -> None:
    """It failed in English, with a traceback in the log."""
    page = read()
    paste(page, "开工建设云泽至青岚铁路，推进金塘机场前期工作。")
    done(page, 2)
    menu = page.get_by_role("button", name="下载", exact=True)
    for number in range(6):
        page.keyboard.press("x" if number % 2 == 0 else "u")
        menu.click()
        # No waiting: what was pressed last is in the file.
        assert len(table(page)) == (1 if number % 2 == 0 else 2)
        page.keyboard.press("Escape")
        active(page).focus()
    # Streamlit tells of every connection that breaks; nothing of ours is in it.
    assert not re.findall(r'File ".*/(?:review|serving|plans)/', log.read_text(encoding="utf-8"))


def test_a_download_that_cannot_be_had_is_a_sentence_and_the_page_stays(read: Open) -> None:
    page = read()
    paste(page, "开工建设云泽至青岚铁路。")
    done(page, 1)
    page.keyboard.press("x")
    page.route("**/downloads/read/**", lambda route: route.abort())
    page.get_by_role("button", name="下载", exact=True).click()
    page.get_by_role("link", name="表（CSV）").click()
    page.get_by_text("没有下载：服务器没有回答").wait_for()
    page.unroute("**/downloads/read/**")
    other = re.compile(r"/downloads/read/[^/]+/")
    page.route(
        "**/downloads/read/**",
        lambda route: route.continue_(url=other.sub("/downloads/read/x/", route.request.url)),
    )
    page.get_by_role("link", name="表（CSV）").click()
    page.get_by_text("没有下载：downloads：这一页已经关闭").wait_for()
    assert page.locator("tr.is-reject").count() == 1


def test_a_name_with_what_cannot_be_seen_is_refused_when_it_is_typed(read: Open) -> None:
    page = read()
    paste(page, "开工建设云泽至青岚铁路，推进金塘机场前期工作。")
    done(page, 2)
    page.keyboard.press("x")
    page.keyboard.press("e")
    page.locator("[data-field=name]").fill("金塘\u200b机场")
    page.keyboard.press("Enter")
    told = page.locator(".reader-unfit li")
    told.wait_for()
    assert told.inner_text() == (
        '金塘机场 · 名称 · "金塘\u200b机场"：'
        "有看不见或已损坏的字符 U+200B ZERO WIDTH SPACE，请删去。"
    )
    # What else was corrected counts, and the row shows the name that counts.
    assert [row["name"] for row in table(page)] == ["金塘机场"]
    assert page.locator("tr.is-reject").count() == 1
    page.locator("[data-field=name]").fill("金塘新机场")
    page.locator("[data-field=name]").press("Enter")
    told.wait_for(state="detached")
    assert [row["name"] for row in table(page)] == ["金塘新机场"]


def test_hostile_text_runs_nothing_and_is_not_logged(read: Open, log: Path) -> None:
    requests: list[str] = []
    errors: list[str] = []
    page = read(requests=requests, errors=errors)
    paste(page, HOSTILE)
    page.locator(".reader[data-state=read]").wait_for(timeout=60_000)
    for key in ("a", "BracketLeft", "BracketLeft", "ArrowDown", "a", "ArrowDown"):
        page.keyboard.press(key)
    wait_until_idle(page)
    assert "<img src=x" in page.locator(".reader-text").inner_text()
    for row in table(page):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values())
    assert "<script" not in taken(page, "标注原文（HTML）").decode()
    assert page.evaluate("window.pwned") is None
    assert errors == []
    assert not [r for r in requests if "evil" in r or r.endswith("/x")]
    said = log.read_text(encoding="utf-8")
    assert "云泽" not in said
    assert "Traceback" not in said


def test_language_and_theme_keep_what_was_corrected(read: Open) -> None:
    page = read("&theme=dark")
    page.locator(".reader.is-dark").wait_for()
    paste(page, "加快建设渝昆高铁。开工建设云泽至青岚铁路。")
    done(page, 2)
    page.keyboard.press("x")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Read another").wait_for()
    page.get_by_role("button", name="Download").wait_for()
    assert page.locator("tr.is-reject").count() == 1
    assert page.locator(".reader-count").inner_text() == "1 of 2 reviewed"


def test_a_narrow_screen_has_no_sideways_scroll(read: Open) -> None:
    page = read(width=390)
    paste(page, "加快建设渝昆高铁。开工建设云泽至青岚铁路。")
    done(page, 2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    # What is too wide is clipped and scrolls nothing: every field ends within the screen.
    ends = page.locator(".reader select, .reader input:not([type=file])").evaluate_all(
        "fields => fields.map(field => field.getBoundingClientRect().right)"
    )
    assert ends
    assert max(ends) <= 390


def test_the_map_does_not_load_what_only_this_page_needs(app: str, open_page: Open) -> None:
    requests: list[str] = []
    open_page(app, requests=requests)
    assert not [r for r in requests if "/reader-" in r]


def test_a_bomb_is_one_sentence(read: Open, tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("word/document.xml", b" " * 20_000_000)
    page = read("&lang=en")
    drop(page, path)
    page.locator(".reader-file-item.is-refused").wait_for(timeout=60_000)
    assert "not opened" in page.locator(".reader-fault").first.inner_text()
