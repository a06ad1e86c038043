"""YAML in and out: strict reading with one-sentence errors, canonical writing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from registry.errors import AtlasError
from registry.files import read_text

R = TypeVar("R", bound=BaseModel)

_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Safe loader that keeps dates as text and refuses a key that stands twice."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in _Base.yaml_implicit_resolvers.items()
    }


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for at, key in enumerate(keys):
        if key in keys[:at]:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} stands twice", node.value[at][0].start_mark
            )
    return {
        key: loader.construct_object(value, deep=True)
        for key, (_, value) in zip(keys, node.value, strict=True)
    }


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path, label: str) -> Any:
    """The data in ``path``; AtlasError with line and column when it is not valid YAML."""
    text = read_text(path, label)
    try:
        return yaml.load(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f"{label}: line {mark.line + 1}, column {mark.column + 1}" if mark else label
        raise AtlasError(
            where, zh=f"不是有效的 YAML（{error.problem}）", en=f"not valid YAML ({error.problem})"
        ) from error
    except yaml.YAMLError as error:
        raise AtlasError(label, zh="不是有效的 YAML", en="not valid YAML") from error


def validate(model: type[R], data: Any, label: str, *, record: str = "") -> R:
    """``data`` as ``model``.

    Raises
    ------
    AtlasError
        Naming the first wrong field of ``record`` in the file ``label`` and what is allowed.
    """
    try:
        # Through JSON, so that strict types still take a code for an enum and a list for a tuple.
        return model.model_validate_json(json.dumps(data, ensure_ascii=False, default=str))
    except ValidationError as error:
        raise _sentence(error, label, record) from error


_MESSAGES: dict[str, tuple[str, str]] = {
    "extra_forbidden": ("没有这个字段", "there is no such field"),
    "missing": ("缺少这个字段", "the field is missing"),
    "enum": ("“{input}”不在允许的值之内：{expected}", "{input!r} is not one of {expected}"),
    "union_tag_invalid": (
        "“{tag}”不在允许的值之内：{expected_tags}",
        "{tag!r} is not one of {expected_tags}",
    ),
    "union_tag_not_found": ("缺少 kind 字段", "the field kind is missing"),
    "string_pattern_mismatch": (
        "“{input}”不合格式 {pattern}",
        "{input!r} does not match {pattern}",
    ),
    "string_type": ("应当是文字", "must be text"),
    "string_too_short": ("不能为空", "must not be empty"),
    "int_type": ("应当是整数", "must be a whole number"),
    "greater_than_equal": ("{input} 小于下限 {ge}", "{input} is below the least allowed, {ge}"),
    "less_than_equal": ("{input} 大于上限 {le}", "{input} is above the most allowed, {le}"),
    "hidden": (
        "有看不见的字符，如换行或改变书写方向的字符",
        "holds a character that cannot be seen, such as a line break",
    ),
    "unfit": (
        "不能作名称：不得含 ; @ < >，不得以 = + - 开头，至多 {longest} 字",
        "is no name: it must not hold ; @ < >, begin with = + - or be longer than {longest}",
    ),
    "too_short": ("至少要有 {min_length} 项", "needs at least {min_length} item(s)"),
}


def _sentence(error: ValidationError, label: str, record: str) -> AtlasError:
    first = error.errors(include_url=False)[0]
    field = ""
    kinds = {"line", "river", "place", "area", "none"}
    for part in first["loc"]:
        if isinstance(part, int):
            field += f"[{part}]"
        elif not (field == "route" and part in kinds):  # the union's tag is no field
            field += f".{part}" if field else str(part)
    zh, en = _MESSAGES.get(first["type"], ("{msg}", "{msg}"))
    shown = {
        **first.get("ctx", {}),
        "input": first["input"] if not isinstance(first["input"], dict | list) else "…",
        "msg": first["msg"].removeprefix("Value error, "),
    }
    where = ": ".join(part for part in (label, record, field) if part)
    return AtlasError(where, zh=zh.format(**shown), en=en.format(**shown))


class _Dumper(yaml.SafeDumper):
    """Block style, list items indented, so that a diff shows only meaning."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    # A clause such as 5 and a date stay text for every YAML reader.
    style = '"' if value and not value.strip("0123456789.-") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(record: BaseModel) -> str:
    """``record`` as canonical YAML: fields in the model's order, defaults left out."""
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96, indent=2
    )
    return text
