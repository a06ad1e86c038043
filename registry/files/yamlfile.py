"""Strict YAML: dates stay text, a key that stands twice is refused, errors have line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from registry import sentences
from registry.files.text import read_text

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Safe loader that keeps dates as text and refuses a key that stands twice."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} stands twice", node.value[index][0].start_mark
            )
    return {
        key: loader.construct_object(value, deep=True)
        for key, (_, value) in zip(keys, node.value, strict=True)
    }


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path, label: str) -> Any:
    """The data in ``path``; AtlasError with line and column when it is not valid YAML."""
    return parse_yaml(read_text(path, label), label)


def parse_yaml(text: str, label: str) -> Any:
    """The data in ``text``; AtlasError at ``label``, line and column when it is no valid YAML."""
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{label}: line {mark.line + 1}, column {mark.column + 1}" if mark else label
        raise sentences.not_yaml(where, error.problem) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise sentences.not_yaml(label) from error
    except (TypeError, ValueError) as error:
        # A key that is itself a list or mapping, or a number that Python cannot hold.
        raise sentences.not_yaml(label, str(error)) from error


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
