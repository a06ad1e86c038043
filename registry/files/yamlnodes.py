"""YAML as nodes that know their lines, made from the parser's events within :mod:`limits`.

libyaml's own composer calls itself once a level and writes no alias off, so that a small file can
take the process down. Its events come one by one, and nesting and aliases are counted as they come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from registry import sentences
from registry.errors import AtlasError
from registry.files import limits

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_START = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_END = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_TEXT = "tag:yaml.org,2002:str"
#: What YAML holds only as an escape; and what YAML 1.1, but not 1.2, takes for a line break.
_STRANGE = re.compile("[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping of a file.

    ``value`` is a scalar's text, a list's items, or a mapping's pairs of key and value. Lines and
    columns count from 0; ``line``, ``column`` is where it begins, ``end`` where it ends. ``plain``
    is a scalar without quotes, which may be a number; ``flow`` stands in brackets. ``height`` is
    how many levels it has; ``size``, ``count`` are how many characters and values with its aliases
    written out.
    """

    value: Any
    line: int
    column: int
    end: tuple[int, int]
    plain: bool = False
    flow: bool = False
    mapping: bool = False
    height: int = 0
    size: int = 0
    count: int = 1

    @property
    def scalar(self) -> bool:
        """Whether it is neither a list nor a mapping."""
        return isinstance(self.value, str)


def spot(label: str, line: int, column: int) -> str:
    """Where in ``label`` something stands; ``line`` and ``column`` count from 0."""
    return f"{label}: line {line + 1}, column {column + 1}"


def compose(text: str, label: str) -> Node | None:
    """The one document in ``text``; None where there is none.

    Raises
    ------
    AtlasError
        At ``label``, line and column, when it is no YAML or goes beyond a limit.
    """
    if (size := len(text.encode(errors="replace"))) > limits.YAML_BYTES:
        raise sentences.too_large(label, size, limits.YAML_MB)
    if strange := _STRANGE.search(text):
        line = text.count("\n", 0, strange.start())
        column = strange.start() - (text.rfind("\n", 0, strange.start()) + 1)
        raise sentences.strange_character(spot(label, line, column), strange[0])
    try:
        return _Composer(label).document(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = spot(label, mark.line, mark.column) if mark else label
        raise sentences.not_yaml(where, error.problem) from error
    except yaml.YAMLError as error:
        raise sentences.not_yaml(label) from error


def _marks(event: Any) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and column where ``event`` begins and ends."""
    begin, end = event.start_mark, event.end_mark
    return (begin.line, begin.column), (end.line, end.column)


class _Composer:
    """Makes nodes of events, a level at a time."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.open: list[Node] = []
        self.names: dict[int, str] = {}
        self.anchors: dict[str, Node | None] = {}
        self.aliases = self.values = 0
        self.repeated = 0
        self.root: Node | None = None

    def document(self, events: Iterator[Any]) -> Node | None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
                raise self._refuse(event, "只能有一个文档", "only one document may stand here")
            if isinstance(event, yaml.ScalarEvent):
                plain = bool(event.implicit[0])
                self._tagged(event, (None, _TEXT))
                node = self._node(event, event.value, plain=plain and event.tag is None)
                node.size = len(event.value)
                self._name(event.anchor, node)
                self._put(node)
            elif isinstance(event, yaml.AliasEvent):
                self._put(self._alias(event))
            elif isinstance(event, _START):
                self._begin(event)
            elif isinstance(event, _END):
                node = self.open.pop()
                _, node.end = _marks(event)
                self._name(self.names.pop(id(node), None), node)
                self._put(node)
        return self.root

    def _begin(self, event: Any) -> None:
        self._tagged(event, (None,))
        if len(self.open) == limits.DEPTH:
            raise self._deep(event)
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = self._node(event, [], flow=bool(event.flow_style), mapping=mapping)
        node.height = 1
        if event.anchor is not None:
            self.anchors[event.anchor] = None
            self.names[id(node)] = event.anchor
        self.open.append(node)

    def _node(self, event: Any, value: Any, **more: bool) -> Node:
        self._count(event, 1)
        begin, end = _marks(event)
        return Node(value, *begin, end, **more)

    def _name(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self.anchors[anchor] = node

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        above = self.open[-1]
        above.size += node.size
        above.count += node.count
        above.height = max(above.height, node.height + 1)
        # The pair that waits for its value is the last one.
        if not above.mapping:
            above.value.append(node)
        elif above.value and len(above.value[-1]) == 1:
            above.value[-1] = (*above.value[-1], node)
        else:
            above.value.append((node,))

    def _alias(self, event: Any) -> Node:
        self.aliases += 1
        if self.aliases > limits.ALIASES:
            raise self._refuse(
                event,
                f"别名（*）至多 {limits.ALIASES} 个",
                f"a file has at most {limits.ALIASES} aliases (*)",
            )
        if event.anchor not in self.anchors:
            raise self._refuse(
                event, f"没有 &{event.anchor}", f"there is no anchor &{event.anchor} before it"
            )
        node = self.anchors[event.anchor]
        if node is None:
            raise self._refuse(
                event, f"*{event.anchor} 含有自己", f"*{event.anchor} stands inside itself"
            )
        if len(self.open) + node.height > limits.DEPTH:
            raise self._deep(event)
        self.repeated += node.size
        if self.repeated > limits.YAML_BYTES:
            raise self._refuse(
                event,
                f"别名展开后超过 {limits.YAML_MB} MB",
                f"with its aliases written out the file has more than {limits.YAML_MB} MB",
            )
        self._count(event, node.count)
        # It stands where the alias does, on lines that are not those of its parts.
        (line, column), end = _marks(event)
        return replace(node, line=line, column=column, end=end, flow=True)

    def _tagged(self, event: Any, allowed: tuple[str | None, ...]) -> None:
        if event.tag not in allowed:
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            raise self._refuse(
                event,
                f"不用类型标记 {tag}，直接写值",
                f"types such as {tag} are not given here, write the value alone",
            )

    def _count(self, event: Any, more: int) -> None:
        self.values += more
        if self.values > limits.VALUES:
            raise self._refuse(
                event,
                f"超过 {limits.VALUES} 个值",
                f"a file has at most {limits.VALUES} values, aliases written out",
            )

    def _deep(self, event: Any) -> AtlasError:
        return self._refuse(
            event,
            f"嵌套超过 {limits.DEPTH} 层",
            f"more than {limits.DEPTH} lists and mappings stand inside each other",
        )

    def _refuse(self, event: Any, zh: str, en: str) -> AtlasError:
        mark = event.start_mark
        return AtlasError(spot(self.label, mark.line, mark.column), zh=zh, en=en)
