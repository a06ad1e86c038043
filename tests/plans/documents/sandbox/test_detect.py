"""What a file is, by its first bytes."""

from __future__ import annotations

import pytest

from plans.documents.detect import detect
from registry.errors import AtlasError

REST = b" then anything else, long enough to be a file of its kind"


def bitmap(size: int, *, told: int | None = None) -> bytes:
    """A picture of Windows that says how long it is, of ``size`` bytes."""
    return b"BM" + (size if told is None else told).to_bytes(4, "little") + b"x" * (size - 6)


@pytest.mark.parametrize(
    "data",
    [
        *(
            head + REST
            for head in (
                b"\x89PNG\r\n\x1a\n",
                b"\xff\xd8\xff",
                b"GIF87a",
                b"GIF89a",
                b"II*\x00",
                b"MM\x00*",
                b"\x00\x00\x00\x0cjP  ",
                b"RIFFsizeWEBP",
                *(b"sizeftyp" + brand for brand in (b"heic", b"heix", b"avif", b"mif1")),
            )
        ),
        bitmap(27),
        bitmap(300),
    ],
)
def test_pictures_are_refused_as_pictures(data: bytes) -> None:
    with pytest.raises(AtlasError, match="picture"):
        detect(data, "x")


@pytest.mark.parametrize(
    "data",
    [
        b"\x88PNG\r\n\x1a\n" + REST,
        b"\x89PNG\n\x1a\n" + REST,
        b"\xff\xd8\xfe" + REST,
        b"GIF88a" + REST,
        b"II+\x00" + REST,
        b"MM\x00+" + REST,
        b"RIFFsizeWAVE" + REST,
        b"WEBPsizeWEBP" + REST,
        b"sizeftypmp42" + REST,
        b"ftypsizeheic" + REST,
        bitmap(26),
        bitmap(300, told=299),
        b"BM" + REST,
    ],
)
def test_what_only_resembles_one_is_text(data: bytes) -> None:
    assert detect(data, "x") == "text"


@pytest.mark.parametrize(
    "head", [b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"\x04\x22\x4d\x18", b"BZh"]
)
def test_archives_are_refused_as_packages(head: bytes) -> None:
    with pytest.raises(AtlasError) as told:
        detect(head + REST, "x")
    with pytest.raises(AtlasError) as other:
        detect(b"Rar!\x1a\x07" + REST, "x")
    assert str(told.value) == str(other.value)
    changed = bytes([head[0], head[1] ^ 1]) + head[2:]
    assert detect(changed + REST, "x") == "text"


def test_a_pdf_begins_within_its_first_kilobyte() -> None:
    assert detect(b"x" * 1019 + b"%PDF-1.7", "x") == "pdf"
    assert detect(b"x" * 1020 + b"%PDF-1.7", "x") == "text"
    assert detect(b"\xef\xbb\xbf\r\n\t {\\rtf1 }", "x") == "rtf"
