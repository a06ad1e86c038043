"""Entries put into, and taken out of, the lists of a YAML file that a person keeps.

Lines are added and removed, nothing is written anew: remarks, order and spacing of all else stay.
"""

from __future__ import annotations

from registry.files.yamlnodes import Node, compose


class OddLayout(ValueError):
    """The list is not written in lines of its own, so that lines cannot be added or removed."""


def _last_line(node: Node) -> int:
    """The line on which ``node`` ends, from 0."""
    if not node.scalar and not node.flow and node.value:
        last = node.value[-1]
        return _last_line(last[1] if node.mapping else last)
    line, column = node.end
    return line - 1 if column == 0 and line > node.line else line


def _list(text: str, key: str) -> tuple[int, list[Node]] | None:
    """The line of ``key`` in the mapping that the file is, and the items of its list.

    None where there is no such key.
    """
    root = compose(text, key)
    for name, value in root.value if root is not None and root.mapping else []:
        if name.value == key:
            if value.scalar and not value.value:
                return name.line, []
            if value.scalar or value.mapping:
                raise OddLayout(key)
            if value.value and (value.flow or value.line == name.line):
                raise OddLayout(key)
            return name.line, value.value
    return None


def _indented(entry: str, by: int, end: str) -> list[str]:
    """The lines of ``entry``, whose dash then stands ``by`` from the margin."""
    lines = entry.splitlines()
    own = len(lines[0]) - len(lines[0].lstrip())
    return [" " * by + line[own:] + end for line in lines]


def with_entry(text: str, key: str, entry: str) -> str:
    """``text`` with ``entry``, the lines of one item, as the last of the list ``key``.

    Raises
    ------
    OddLayout
        When the list is written in brackets on one line.
    """
    end = "\r" if "\r\n" in text else ""
    lines = text.split("\n")
    found = _list(text, key)
    if found is None:
        last = len(lines) - 1 if not lines[-1] else len(lines)
        return "\n".join([*lines[:last], f"{key}:{end}", *_indented(entry, 2, end), *lines[last:]])
    at, items = found
    if not items:
        if lines[at].rstrip() not in (f"{key}:", f"{key}: []"):
            raise OddLayout(key)
        head = [*lines[:at], f"{key}:{end}"]
        return "\n".join([*head, *_indented(entry, 2, end), *lines[at + 1 :]])
    after = _last_line(items[-1]) + 1
    by = items[-1].column - len("- ")
    return "\n".join([*lines[:after], *_indented(entry, max(by, 0), end), *lines[after:]])


def without_entry(text: str, key: str, number: int) -> str:
    """``text`` without the lines of item ``number`` (from 0) of the list ``key``.

    What :func:`with_entry` has added is gone to the byte. A list that becomes empty is ``[]``.

    Raises
    ------
    OddLayout
        When the list is written in brackets on one line, or there is no such item.
    """
    at, items = _list(text, key) or (0, [])
    if not 0 <= number < len(items):
        raise OddLayout(key)
    lines = text.split("\n")
    kept = [*lines[: items[number].line], *lines[_last_line(items[number]) + 1 :]]
    if len(items) == 1:
        kept[at] = f"{key}: []" + ("\r" if lines[at].endswith("\r") else "")
    return "\n".join(kept)
