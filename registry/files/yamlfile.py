"""Strict YAML 1.2, one reader for every file: no key twice, no odd number, errors with their line.

Text is text: only ``null``, ``true``, ``false`` and decimal numbers are anything else, so that
``10:30``, ``yes``, ``0x1F`` and a date stay as they are written.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

from registry import sentences
from registry.errors import AtlasError
from registry.files import limits
from registry.files.text import read_text
from registry.files.yamlnodes import Node, compose, spot

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_ENDLESS = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def read_yaml(path: Path, label: str) -> Any:
    """The data in ``path``; AtlasError with line and column when it is not valid YAML."""
    return parse_yaml(read_text(path, label, most=limits.YAML_MB), label)


def parse_yaml(text: str, label: str) -> Any:
    """The data in ``text``: None, text, numbers, flags, lists, and mappings with text as keys.

    Raises
    ------
    AtlasError
        At ``label``, line and column, when it is no YAML, a key is no text or stands twice, a
        number is not finite, or a limit of :mod:`registry.files.limits` is passed.
    """
    node = compose(text, label)
    return None if node is None else _data(node, label)


def is_text(scalar: str) -> bool:
    """Whether a scalar without quotes is text, and not a number, a flag or nothing."""
    return scalar not in _WORDS and not (_NUMBER.fullmatch(scalar) or _ENDLESS.fullmatch(scalar))


def _data(node: Node, label: str) -> Any:
    if node.scalar:
        return _scalar(node, label) if node.plain else node.value
    if not node.mapping:
        return [_data(item, label) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = _data(key, label) if key.scalar else None
        where = spot(label, key.line, key.column)
        if not isinstance(name, str):
            raise AtlasError(
                where,
                zh="键应当是文字；含有 { } [ ] 的文字，或数字作键，要加引号",
                en="a key must be text; put quotes round text with { } [ ], or a number",
            )
        if name in found:
            raise sentences.key_twice(where, name)
        found[name] = _data(value, label)
    return found


def _scalar(node: Node, label: str) -> Any:
    text: str = node.value
    if text in _WORDS:
        return _WORDS[text]
    where = spot(label, node.line, node.column)
    if _NUMBER.fullmatch(text):
        if sum(map(str.isdigit, text)) > limits.DIGITS:
            raise AtlasError(
                where,
                zh=f"这个数超过 {limits.DIGITS} 位",
                en=f"the number has more than {limits.DIGITS} digits",
            )
        if _WHOLE.fullmatch(text):
            return int(text)
        if math.isfinite(number := float(text)):
            return number
        raise sentences.not_a_number(where, text)
    if _ENDLESS.fullmatch(text):
        raise sentences.not_a_number(where, text)
    return text


def read_list(path: Path, label: str, key: str) -> dict[str, dict[str, Any]]:
    """The one list in ``path``, named ``key``: its entries by id, in file order.

    Raises
    ------
    AtlasError
        When the file holds anything else, or an entry has no id or one that stands twice.
    """
    data = read_yaml(path, label)
    if not isinstance(data, dict) or set(data) != {key} or not isinstance(data[key], list):
        raise sentences.not_a_list(label, key)
    entries: dict[str, dict[str, Any]] = {}
    for number, item in enumerate(data[key]):
        ident = item.get("id") if isinstance(item, dict) else None
        if not isinstance(ident, str) or not ident:
            raise sentences.missing_field(f"{label}: {key}[{number}]: id")
        if ident in entries:
            raise sentences.twice(f"{label}: {ident}: id")
        entries[ident] = item
    return entries
