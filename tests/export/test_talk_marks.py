"""Marks that a presenter draws: kept in a talk's file, drawn on the wall and on paper, inert."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pytest

from layers.publish import export, talk_file
from layers.records.model import Atlas
from registry.errors import AtlasError

if TYPE_CHECKING:
    from playwright.sync_api import Page

Open = Callable[..., "Page"]
Write = Callable[[str], str]

HOSTILE = "<img src=x onerror=alert(1)>"
MARKS = [
    {"arrow": [104.3, 30.2, 104.75, 29.4], "text": "往自贡"},
    {"circle": [105.05, 29.58, 20.0], "text": ""},
    {"at": [105.9, 28.9], "text": HOSTILE},
]


def _talk(folder: Path, marks: object) -> Path:
    path = folder / "t.yaml"
    steps = [{"title": "一", "filters": {"region": "川南渝西"}, "marks": marks}, {"title": "二"}]
    path.write_text(json.dumps({"lang": "zh", "steps": steps}, ensure_ascii=False), "utf-8")
    return path


def test_marks_are_read_and_given_to_the_page(atlas: Atlas, tmp_path: Path) -> None:
    talk = talk_file.load(_talk(tmp_path, MARKS), atlas)
    config = export.talk_config(talk)
    assert config["steps"][0]["marks"] == MARKS
    assert config["steps"][1]["marks"] == []
    every = [MARKS[1]] * 20
    assert len(talk_file.load(_talk(tmp_path, every), atlas).steps[0].marks) == 20


@pytest.mark.parametrize(
    ("marks", "where", "said"),
    [
        ([MARKS[1]] * 21, "steps[1].marks", "at most 20"),
        ({"at": [105, 29]}, "steps[1].marks", "list"),
        ([{"text": "a"}], "steps[1].marks[1]", "exactly one"),
        ([MARKS[0], {**MARKS[0], "at": [105, 29]}], "steps[1].marks[2]", "exactly one"),
        ([{"arrow": [104, 30, 105]}], "steps[1].marks[1].arrow", "lon, lat, lon, lat"),
        ([{"arrow": [104, 30, 104, 30]}], "steps[1].marks[1].arrow", "end where"),
        ([{"circle": [105, 29, 0.9]}], "steps[1].marks[1].circle", "km must be"),
        ([{"circle": [105, 29, 301]}], "steps[1].marks[1].circle", "from 1 to 300"),
        ([{"circle": [105, True, 3]}], "steps[1].marks[1].circle", "its lat"),
        ([{"at": [105, 289], "text": "a"}], "steps[1].marks[1].at", "its lat"),
        ([{"at": "105,28", "text": "a"}], "steps[1].marks[1].at", "numbers"),
        ([{"at": [105, 28], "text": " "}], "steps[1].marks[1].text", "needs a text"),
        ([{"at": [105, 28], "text": "长" * 41}], "steps[1].marks[1].text", "at most 40"),
        ([{"at": [105, 28], "text": "a\u200bb"}], "steps[1].marks[1].text", ""),
        ([{"at": [105, 28], "colour": "red"}], "steps[1].marks[1]", "colour"),
    ],
)
def test_a_bad_mark_is_refused_where_it_stands(
    atlas: Atlas, tmp_path: Path, marks: object, where: str, said: str
) -> None:
    with pytest.raises(AtlasError) as caught:
        talk_file.load(_talk(tmp_path, marks), atlas)
    error = caught.value
    assert where in error.where
    assert said in error.en
    assert "\n" not in error.en + error.zh


@pytest.mark.browser
def test_marks_are_drawn_printed_and_come_back(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    errors: list[str] = []
    talk = talk_file.load(_talk(tmp_path, MARKS), atlas)
    page = open_page(written(export.export_html(atlas, talk=talk)), offline=True, errors=errors)
    page.evaluate("AtlasKit.present(atlasPage, 0)")
    drawn = page.locator(".talk-marks")
    assert HOSTILE in drawn.locator("text").all_text_contents()
    assert page.locator(".talk img").count() == 0
    # Two clicks make an arrow, its text is typed.
    box = page.locator(".talk-map .atlas-map").bounding_box()
    assert box
    page.get_by_role("button", name="箭头").click()
    page.mouse.click(box["x"] + 90, box["y"] + 320)
    page.mouse.click(box["x"] + 210, box["y"] + 420)
    page.locator(".talk-mark-text").fill("新线")
    page.keyboard.press("Enter")
    page.wait_for_function("() => atlasPage.talk.steps[0].marks.length === 4")
    made = page.evaluate("atlasPage.talk.steps[0].marks[3]")
    assert made["text"] == "新线"
    assert made["arrow"][0] < made["arrow"][2]
    assert made["arrow"][1] > made["arrow"][3]
    # On paper as on the wall.
    pdf = tmp_path / "step.pdf"
    page.pdf(path=str(pdf), format="A4", landscape=True, print_background=True)
    with pdfium.PdfDocument(pdf) as printed:
        assert len(printed) == 1
        text = re.sub(r"\s", "", printed[0].get_textpage().get_text_range())
    for word in ("新线", "往自贡", "图例", "示意图"):
        assert word in text, word
    # The file that the page gives away is a talk again, with the same marks.
    with page.expect_download() as event:
        page.get_by_role("button", name="存讲稿").click()
    assert re.fullmatch(r".+-一-\d{4}-\d\d-\d\d-talk\.yaml", event.value.suggested_filename)
    kept = tmp_path / "kept.yaml"
    event.value.save_as(kept)
    again = export.talk_config(talk_file.load(kept, atlas))
    before = export.talk_config(talk)
    assert again["steps"][0]["marks"] == [*MARKS, made]
    before["steps"][0]["marks"] = again["steps"][0]["marks"]
    assert again["steps"] == before["steps"]
    assert errors == []


@pytest.mark.browser
def test_every_step_is_a_page_of_paper(
    atlas: Atlas, open_page: Open, written: Write, tmp_path: Path
) -> None:
    talk = talk_file.load(_talk(tmp_path, MARKS), atlas)
    page = open_page(written(export.export_html(atlas, talk=talk)), offline=True)
    page.evaluate("AtlasKit.present(atlasPage, 1)")
    page.evaluate("atlasPage.talk.every = true")
    pdf = tmp_path / "steps.pdf"
    page.pdf(path=str(pdf), format="A4", landscape=True, print_background=True)
    with pdfium.PdfDocument(pdf) as printed:
        assert len(printed) == 2
    assert page.evaluate("[atlasPage.talk.at, atlasPage.talk.every]") == [1, False]


@pytest.mark.browser
def test_names_without_room_have_a_page_and_play_turns_it(
    atlas: Atlas, open_page: Open, written: Write
) -> None:
    page = open_page(written(export.export_html(atlas)), offline=True)
    page.clock.install()
    page.evaluate("AtlasKit.present(atlasPage, 0)")
    names = page.locator(".talk-list li")
    beside = names.count()
    assert page.locator(".talk-rest").count() == 1
    page.keyboard.press("ArrowRight")
    whole = page.locator(".talk-whole")
    assert page.evaluate("atlasPage.talk.at") == 0
    told = int(whole.locator("h2 b").first.inner_text())
    assert whole.locator("li").count() == told > beside
    assert whole.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("atlasPage.talk.at") == 1
    assert whole.count() == 0
    page.keyboard.press("Home")
    page.keyboard.press("p")
    page.clock.run_for(8100)
    assert whole.count() == 1
    page.clock.run_for(8100)
    assert page.evaluate("atlasPage.talk.at") == 1
    page.keyboard.press("p")
    page.clock.run_for(20000)
    assert page.evaluate("atlasPage.talk.at") == 1
    assert page.locator("[data-play]").get_attribute("aria-pressed") == "false"
