"""Ways in which a file comes out wrong: one function a kind, each ``(bytes, chance) -> bytes``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

#: The largest input, in bytes.
LARGEST = 1_000_000

Kind = Callable[[bytes, Random], bytes]

#: What stands where something else belongs, in any text.
VALUES: tuple[str, ...] = (
    *("", " ", "null", "~", "true", "yes", "NaN", ".nan", ".inf", "-.inf", "inf", "1e999", "-0"),
    *("0", "-1", "1.5", "010", "0x1F", "1_000", "10:30", "9" * 25, "9" * 1001, "1" * 4301),
    *("²", "③", "٣", "一九", "２０２０", "2024-02-31", "-99", "0000", "9999-99-99", "2020-6-1"),
    *("2020-06-31T25:00", "0001-01-01", "{{待定}}", "{待定}", "? [a, b]", "!!int abc", "!!x y"),
    *("{[1]: 2}", "!!timestamp foo", "!!binary x", "!!python/object:os.system x", "*x", "&a b"),
    *("&a [*a]", "<<: {a: b}", "<<: *x", "[" * 2000, "{" * 2000, "[" * 60 + "]" * 60, "- " * 900),
    *("|", ">", "'", '"', "\\", "\\u0000", "\\ud800", "\t", "%TAG ! x", "---", "...", "# x", "`"),
    *("=1+1", "@SUM(A1)", "[% env('HOME') %]", "../../x", "/", "a/b", "CON", "a" * 300, "图" * 90),
    *("<script>alert(1)</script>", "]]>", "&lt;", "\x00", "\x07", "\x1b[31m", "\x7f", "\x85"),
    *("\u200b", "\u202e", "\u2028", "\u3164", "\ufe0f", "\ufffd", "\ufeff", "\ue000", "\U000e0041"),
    *("e\u0301", "\U0001f684", "510000", "000000", "510104.0", "yukun-hsr", "rail", "chuanyu-2018"),
    *("泸州站@511502", "泸州@", "@", "，", "；", ";;;", "a;b", ",", ",,,", "x" * 100_000),
)
#: What stands where something else belongs, in JSON.
JSON_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**30, 1e308, float("nan"), float("inf"), "", "x", "510104"),
    *([], {}, [None], [[]], [[[]]], {"a": None}, [1], [1, 2], [1, 2, 3], [[1, 2]], [[[1, 2]]]),
    *(["x", "y"], [[103, 30], [None, 31]], [[103, 30], [float("nan"), 31]], [[1e9, 1e9]], "\ud800"),
    *({"type": "Blob"}, {"type": "Point"}, {"type": "Point", "coordinates": []}, "NaN", "null"),
    *({"type": "LineString", "coordinates": [[103, 30]]}, {"type": "GeometryCollection"}),
    *({"type": "Polygon", "coordinates": [[[103, 30], [104, 30], [103, 31]]]}, [[[0, 0]]]),
    *({"type": "Point", "coordinates": [103, 30, 1, 2, 3]}, {"type": None}, "Feature", 10**5),
)
_TOKEN = re.compile(r"[\w.·—-]+")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _span(length: int, chance: Random, most: int = 200) -> tuple[int, int]:
    start = chance.randrange(length + 1)
    return start, min(length, start + chance.randrange(1, most))


def cut(data: bytes, chance: Random) -> bytes:
    """Ends early."""
    return data[: chance.randrange(len(data) + 1)]


def beginning_gone(data: bytes, chance: Random) -> bytes:
    """Begins late."""
    return data[chance.randrange(len(data) + 1) :]


def hole(data: bytes, chance: Random) -> bytes:
    """A stretch is missing."""
    start, end = _span(len(data), chance)
    return data[:start] + data[end:]


def twice(data: bytes, chance: Random) -> bytes:
    """A stretch stands twice."""
    start, end = _span(len(data), chance)
    return data[:end] + data[start:end] + data[end:]


def flipped(data: bytes, chance: Random) -> bytes:
    """A few bytes are others."""
    changed = bytearray(data or b"\0")
    for _ in range(chance.randrange(1, 8)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def zeros(data: bytes, chance: Random) -> bytes:
    """A stretch of zeros, as a disk leaves after a fall of the power."""
    start, end = _span(len(data), chance, 2000)
    return data[:start] + b"\0" * (end - start) + data[end:]


def encoded(data: bytes, chance: Random) -> bytes:
    """Saved in another encoding."""
    name = chance.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gbk", "gb18030", "big5", "cp1252")
    )
    return _text(data).encode(name, "replace")


def line_ends(data: bytes, chance: Random) -> bytes:
    """Saved by another system's editor."""
    end = chance.choice((b"\r\n", b"\r", b"\r\r\n", b"\n\n", b"\n\r", "\u2028".encode(), b"\x85"))
    return data.replace(b"\n", end)


def inserted(data: bytes, chance: Random) -> bytes:
    """Something stands where nothing was."""
    text = _text(data)
    at = chance.randrange(len(text) + 1)
    return _bytes(text[:at] + chance.choice(VALUES) + text[at:])


def replaced(data: bytes, chance: Random) -> bytes:
    """A word or number is another."""
    text = _text(data)
    found = list(_TOKEN.finditer(text))
    if not found:
        return inserted(data, chance)
    one = chance.choice(found)
    return _bytes(text[: one.start()] + chance.choice(VALUES) + text[one.end() :])


def swapped(data: bytes, chance: Random) -> bytes:
    """Two words or numbers change places."""
    text = _text(data)
    found = list(_TOKEN.finditer(text))
    if len(found) < 2:
        return flipped(data, chance)
    one, other = sorted(chance.sample(found, 2), key=lambda m: m.start())
    return _bytes(
        text[: one.start()]
        + other[0]
        + text[one.end() : other.start()]
        + one[0]
        + text[other.end() :]
    )


def lines_changed(data: bytes, chance: Random) -> bytes:
    """A line goes, stands twice, moves or is indented otherwise."""
    lines = _text(data).split("\n")
    at = chance.randrange(len(lines))
    way = chance.randrange(6)
    if way == 0:
        del lines[at]
    elif way == 1:
        lines.insert(at, lines[at])
    elif way == 2:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    elif way == 3:
        lines[at] = chance.choice(("  ", " ", "\t", "    ")) + lines[at]
    elif way == 4:
        lines[at] = lines[at][chance.randrange(1, 4) :]
    else:
        chance.shuffle(lines)
    return _bytes("\n".join(lines))


def value_of_line(data: bytes, chance: Random) -> bytes:
    """What follows a colon is another value, or another line's."""
    lines = _text(data).split("\n")
    keyed = [n for n, line in enumerate(lines) if ": " in line]
    if not keyed:
        return replaced(data, chance)
    at = chance.choice(keyed)
    others = [*VALUES, lines[chance.choice(keyed)].partition(": ")[2]]
    lines[at] = f"{lines[at].partition(': ')[0]}: {chance.choice(others)}"
    return _bytes("\n".join(lines))


def key_of_line(data: bytes, chance: Random) -> bytes:
    """What stands before a colon is another key."""
    lines = _text(data).split("\n")
    keyed = [n for n, line in enumerate(lines) if ":" in line]
    if not keyed:
        return replaced(data, chance)
    at = chance.choice(keyed)
    head, colon, tail = lines[at].partition(":")
    indent = head[: len(head) - len(head.lstrip(" -"))]
    lines[at] = f"{indent}{chance.choice(VALUES)}{colon}{tail}"
    return _bytes("\n".join(lines))


def bomb(data: bytes, chance: Random) -> bytes:
    """Aliases of aliases of aliases."""
    levels = chance.randrange(2, 12)
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for n in range(1, levels):
        text += f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * chance.choice((2, 9)))}]\n"
    return _bytes(text) + data


def nested(data: bytes, chance: Random) -> bytes:
    """Lists in lists in lists."""
    depth = chance.choice((60, 65, 500, 5_000, 100_000))
    opened, closed = chance.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ('{"a":', "}")))
    text = opened * depth + "x" + closed * depth
    return _bytes(text[:LARGEST]) if chance.random() < 0.5 else data + b"\nx: " + _bytes(text)


def large(data: bytes, chance: Random) -> bytes:
    """The same over and over, up to the largest input."""
    part = data or b"x"
    if chance.random() < 0.5:
        part = chance.choice(part.split(b"\n")) + b"\n"
    size = chance.choice((50_000, 200_000, LARGEST))
    return (part * (size // len(part) + 1))[:size]


def cells(data: bytes, chance: Random) -> bytes:
    """A cell of a table is another, or one more or fewer, or a quotation mark opens one."""
    lines = _text(data).split("\n")
    at = chance.randrange(len(lines))
    row = lines[at].split(",")
    cell = chance.randrange(len(row))
    way = chance.randrange(6)
    if way <= 2:
        row[cell] = chance.choice(VALUES)
    elif way == 3:
        del row[cell]
    elif way == 4:
        row.insert(cell, chance.choice(VALUES))
    else:
        row[cell] = chance.choice(('"' + row[cell], row[cell] + '"', f'"{row[cell]}"x', '""'))
    lines[at] = ",".join(row)
    return _bytes("\n".join(lines))


def column(data: bytes, chance: Random) -> bytes:
    """A column goes, stands twice or has another name."""
    lines = [line.split(",") for line in _text(data).split("\n")]
    at, way = chance.randrange(len(lines[0])), chance.randrange(3)
    for number, row in enumerate(lines):
        if at >= len(row):
            continue
        if way == 0:
            del row[at]
        elif way == 1:
            row.insert(at, row[at])
        elif number == 0:
            row[at] = chance.choice(VALUES)
    return _bytes("\n".join(map(",".join, lines)))


def json_value(data: bytes, chance: Random) -> bytes:
    """A value anywhere in JSON is another, goes, or stands twice."""
    try:
        whole = json.loads(data)
    except (ValueError, RecursionError):
        return replaced(data, chance)
    holder, key = _somewhere(whole, chance)
    if holder is None:
        return json.dumps(chance.choice(JSON_VALUES)).encode()
    way = chance.randrange(8)
    if way == 0:
        del holder[key]
    elif way == 1 and isinstance(holder, list):
        holder.append(holder[key])
    elif way == 1:
        holder[chance.choice(VALUES)] = holder[key]
    else:
        holder[key] = chance.choice(JSON_VALUES)
    text = json.dumps(whole, ensure_ascii=chance.random() < 0.5)
    return _bytes(text)


def _somewhere(whole: Any, chance: Random) -> tuple[Any, Any]:
    holder, key, here = None, None, whole
    while isinstance(here, (dict, list)) and here and (holder is None or chance.random() < 0.8):
        holder = here
        key = chance.choice(list(here)) if isinstance(here, dict) else chance.randrange(len(here))
        here = here[key]
    return holder, key


ANY: Sequence[Kind] = (cut, beginning_gone, hole, twice, flipped, zeros)
TEXT: Sequence[Kind] = (*ANY, encoded, line_ends, inserted, replaced, replaced, swapped)
YAML: Sequence[Kind] = (
    *TEXT,
    *(lines_changed, value_of_line, value_of_line, value_of_line, key_of_line, bomb, nested),
)
CSV: Sequence[Kind] = (*TEXT, lines_changed, cells, cells, cells, cells, column)
JSON: Sequence[Kind] = (*TEXT, json_value, json_value, json_value, json_value, json_value, nested)
#: Every so many inputs one is large.
LARGE_EVERY = 400


def mutate(seeds: Sequence[bytes], kinds: Sequence[Kind], number: int, run: str) -> bytes:
    """The input ``number`` of a ``run``; the same each time."""
    chance = Random(f"{run}:{number}")
    data = chance.choice(seeds)
    if number % LARGE_EVERY == LARGE_EVERY - 1:
        return large(data, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(kinds)(data, chance)
    return data[:LARGEST]
