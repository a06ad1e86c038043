"""The exported file's packed data, opened by a real browser."""

from __future__ import annotations

import base64
import random
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from layers.publish import export
from layers.records import data
from registry.paths import DEFAULT
from tests.support import browser

OPEN = """([text, size]) => { try {
  const b = atob(text), bytes = new Uint8Array(b.length);
  for (let i = 0; i < b.length; i++) bytes[i] = b.charCodeAt(i);
  let out = "";
  AtlasKit.inflate(bytes, size).forEach(x => { out += String.fromCharCode(x); });
  return btoa(out);
} catch (e) { return "!" + e.message; } }"""


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    found = chromium.new_page()
    browser.load_modules(found, "core/payload/inflate.js")
    yield found
    found.close()


def raw(text: bytes, level: int = 9, way: int = zlib.Z_DEFAULT_STRATEGY) -> bytes:
    packer = zlib.compressobj(level, zlib.DEFLATED, -15, 9, way)
    return packer.compress(text) + packer.flush()


def opened(page: Page, packed: bytes, size: int) -> bytes | str:
    found = page.evaluate(OPEN, [base64.b64encode(packed).decode(), size])
    return str(found) if found.startswith("!") else base64.b64decode(found)


def samples() -> list[bytes]:
    dice = random.Random(7)
    noise = bytes(dice.randrange(256) for _ in range(70_000))
    words = b"".join(dice.choice([b"abc", b"\xe5\xb7\x9d", b"0123456789"]) for _ in range(20_000))
    return [b"", b"a", b"a" * 100_000, "成渝".encode() * 9, noise, words, noise[:40_000] * 2]


def test_it_opens_what_zlib_packs(page: Page) -> None:
    for text in samples():
        for level, way in ((0, 0), (1, 0), (9, 0), (9, zlib.Z_FIXED), (9, zlib.Z_HUFFMAN_ONLY)):
            assert opened(page, raw(text, level, way), len(text)) == text


def test_damaged_bytes_never_hang_or_pass_for_longer_text(page: Page) -> None:
    dice = random.Random(11)
    text = samples()[5]
    packed = raw(text)
    assert str(opened(page, packed[:-100], len(text))).startswith("!")
    assert str(opened(page, packed, len(text) - 1)).startswith("!")
    assert str(opened(page, packed, len(text) + 1)).startswith("!")
    for _ in range(60):
        broken = bytearray(packed)
        broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        found = opened(page, bytes(broken), len(text))
        assert isinstance(found, str) or len(found) == len(text)


#: Takes from the page what engines before 2023 and 2025 do not have.
OLD = "delete window.DecompressionStream; delete Uint8Array.fromBase64;"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("engine", ["new", "old"])
@pytest.mark.parametrize("part", ["code", "payload"])
def test_a_damaged_file_says_so(
    page: Page, part: str, engine: str, lang: str, tmp_path: Path
) -> None:
    if engine == "old":
        page.add_init_script(OLD)
    text = export.export_html(data.load(DEFAULT), lang=lang)
    said = {"zh": "数据损坏", "en": "damaged"}[lang]
    found = re.search(rf'id="atlas-{part}" data-size="\d+">(.*?)</script>', text, re.S)
    assert found
    held = found[1]
    # Half of it, a part, a mark that base64 does not know, and another checksum at the end.
    last = base64.b64encode(base64.b64decode(held)[:-1] + b"?").decode()
    cuts = [held[: len(held) // 2], held[:5000] + "AAAA" + held[5004:], "," + held[1:], last]
    for number, cut in enumerate(cuts):
        path = tmp_path / f"{number}.html"
        path.write_text(text.replace(held, cut), "utf-8")
        page.goto(path.as_uri())
        alert = page.get_by_role("alert")
        alert.wait_for()
        assert alert.count() == 1
        assert said in alert.inner_text()


def test_code_that_is_not_the_files_own_does_not_run(page: Page, tmp_path: Path) -> None:
    """It opens, but the policy names the code that was written into the file."""
    text = export.export_html(data.load(DEFAULT), lang="en")
    other = b"window.pwned = 1; window.AtlasKit = {};"
    path = tmp_path / "map.html"
    path.write_text(
        re.sub(
            r'(id="atlas-code" data-size=)"\d+">.*?</script>',
            lambda found: f'{found[1]}"{len(other)}">{export.deflated(other)}</script>',
            text,
            flags=re.S,
        ),
        "utf-8",
    )
    page.goto(path.as_uri())
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "damaged" in alert.inner_text()
    assert page.evaluate("window.pwned") is None


def test_both_engines_open_the_same(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text(export.export_html(data.load(DEFAULT)), "utf-8")
    found = []
    for engine in ("new", "old"):
        if engine == "old":
            page.add_init_script(OLD)
        page.goto(path.as_uri())
        page.locator("html[data-drawn]").wait_for(state="attached")
        found.append(page.evaluate("JSON.stringify(atlasPage.payload)"))
        assert page.evaluate("!!window.DecompressionStream") == (engine == "new")
        assert page.evaluate("!Uint8Array.fromBase64") >= (engine == "old")
    assert found[0] == found[1]
    assert "\u6210" in found[0]
