"""YAML records: checked by their models with one-sentence errors, and written canonically."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from registry import sentences
from registry.errors import AtlasError
from registry.files.yaml.read import is_text
from registry.naming import ADCODE, HOST, SLUG, short

R = TypeVar("R", bound=BaseModel)


def validate(model: type[R], data: Any, label: str, *, record: str = "", field: str = "") -> R:
    """``data`` as ``model``; ``field`` of ``record`` is where it stands, if one does.

    Raises
    ------
    AtlasError
        Naming the first wrong field of ``record`` in the file ``label`` and what is allowed.
    """
    try:
        # Through JSON, so that strict types still take a code for an enum and a list for a tuple.
        return model.model_validate_json(json.dumps(data, ensure_ascii=False).encode())
    except UnicodeEncodeError as error:
        # Half a character, as a shell may hand it on.
        field = (field + _broken(data)).removeprefix(".")
        where = ": ".join(part for part in (label, record, field) if part)
        raise sentences.hidden_character(where, error.object[error.start]) from error
    except ValidationError as error:
        raise _sentence(error, label, record, field) from error


def _broken(data: Any) -> str:
    """The field of ``data`` that holds half a character."""
    if isinstance(data, str):
        return ""
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in parts:
        try:
            json.dumps(value, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            return (f"[{key}]" if isinstance(key, int) else f".{key}") + _broken(value)
    return ""


def fault(*, zh: str, en: str) -> PydanticCustomError:
    """What a model's own validator raises, in the words the user reads."""
    return PydanticCustomError("fault", "{en}", {"zh": zh, "en": en})


def hidden_fault(character: str) -> PydanticCustomError:
    """What a model's own validator raises for a character that cannot be seen."""
    return PydanticCustomError("hidden", "hidden character", {"character": character})


def unknown_key(key: object, allowed: Iterable[str]) -> PydanticCustomError:
    """What a model's own validator raises for a key that is none of ``allowed``."""
    return PydanticCustomError(
        "unknown_key", "unknown key", {"key": str(key), "allowed": list(allowed)}
    )


#: Faults that other readers find too, by pydantic's name for them.
_SHARED: dict[str, Callable[[str], AtlasError]] = {
    "missing": sentences.missing_field,
    "string_type": sentences.not_text,
    "string_too_short": sentences.empty,
}
_VALUED: dict[str, Callable[[str, object], AtlasError]] = {
    "finite_number": sentences.not_a_number,
    "float_type": sentences.not_a_number,
    "no_day": sentences.not_a_day,
}
#: Where pydantic says what a code may be.
_ALLOWED = {"enum": "expected", "union_tag_invalid": "expected_tags"}
_MESSAGES: dict[str, tuple[str, str]] = {
    "extra_forbidden": ("没有这个字段", "there is no such field"),
    "union_tag_not_found": ("缺少 kind 字段", "the field kind is missing"),
    "int_type": ("应当是整数", "must be a whole number"),
    "greater_than_equal": ("{input} 小于下限 {ge}", "{input} is below the least allowed, {ge}"),
    "less_than_equal": ("{input} 大于上限 {le}", "{input} is above the most allowed, {le}"),
    "unfit": (
        "不能作名称：不得含 ; @ < >，不得以 = + - 开头，至多 {longest} 字",
        "is no name: it must not hold ; @ < >, begin with = + - or be longer than {longest}",
    ),
    "no_address": (
        "“{input}”不是 http(s) 网址",
        "{input!r} is no address that begins with http:// or https://",
    ),
    **dict.fromkeys(
        ("model_type", "dict_type"), ("应当是键与值", "must be a mapping of keys to values")
    ),
    **dict.fromkeys(("list_type", "tuple_type"), ("应当是列表", "must be a list")),
    "bool_type": ("应为 true 或 false", "must be true or false"),
    "too_long": ("至多 {max_length} 项", "has room for {max_length} item(s) at most"),
    "user_in_address": (
        "网址“{input}”里不能写用户名或密码",
        "{input!r} must not name a user or a password",
    ),
    "string_too_long": (
        "“{input}”太长，至多 {max_length} 个字符",
        "{input!r} is longer than {max_length} characters",
    ),
    "greater_than": ("{input} 应大于 {gt:g}", "{input} must be more than {gt:g}"),
    "too_short": ("至少要有 {min_length} 项", "needs at least {min_length} item(s)"),
}
#: The words for a text that does not look as it must.
_SHAPE = "string_pattern_mismatch"
_PATTERNS: dict[str, tuple[str, str]] = {
    SLUG: (
        "“{input}”不能作编号：只用小写字母和数字，以 - 相连，如 yukun-hsr",
        "{input!r} is no id: it takes small letters and digits joined by -, as yukun-hsr",
    ),
    HOST: (
        "“{input}”不是主机名，应如 news.example.cn",
        "{input!r} is no host such as news.example.cn",
    ),
    ADCODE: (
        "“{input}”不是行政区划代码：应当是 2、4 或 6 位数字",
        "{input!r} is no code of an area: it takes 2, 4 or 6 digits",
    ),
}


def _sentence(error: ValidationError, label: str, record: str, field: str) -> AtlasError:
    first = error.errors(include_url=False)[0]
    for at, part in enumerate(first["loc"]):
        if isinstance(part, int):
            field += f"[{part}]"
        elif at != 1 or field != "route":  # the tag of the union is no field
            field += f".{short(part)}" if field else str(short(part))
    where = ": ".join(part for part in (label, record, field) if part)
    if first["type"] == "fault":
        return AtlasError(where, zh=first["ctx"]["zh"], en=first["ctx"]["en"])
    if first["type"] == "unknown_key":
        return sentences.unknown_code(where, "key", first["ctx"]["key"], first["ctx"]["allowed"])
    if first["type"] == "hidden":
        return sentences.hidden_character(where, first["ctx"]["character"])
    if first["type"] in _SHARED:
        return _SHARED[first["type"]](where)
    if first["type"] in _VALUED:
        return _VALUED[first["type"]](where, first["input"])
    if first["type"] in _ALLOWED:
        context = first["ctx"]
        allowed = re.findall(r"'([^']*)'", str(context[_ALLOWED[first["type"]]]))
        given = context.get("tag", first["input"])
        return sentences.unknown_code(where, field.rpartition(".")[2], given, allowed)
    shown = {
        **first.get("ctx", {}),
        "input": "…" if isinstance(first["input"], dict | list) else short(first["input"]),
        "msg": first["msg"],
    }
    kind = first["type"]
    return _told(where, shown.get("pattern", kind) if kind == _SHAPE else kind, **shown)


def _told(where: str, kind: str, **shown: object) -> AtlasError:
    """The sentence of a fault by pydantic's name for it, or by the pattern that does not fit."""
    zh, en = _MESSAGES.get(kind) or _PATTERNS.get(kind) or ("{msg}", "{msg}")
    return AtlasError(where, zh=zh.format(**shown), en=en.format(**shown))


class _Dumper(yaml.SafeDumper):
    """Block style, list items indented, so that a diff shows only meaning."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    # A clause such as 5 and a date stay text for every YAML reader.
    bare = value.strip("0123456789.-") and is_text(value)
    style = '"' if value and not bare else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(str, _text)


def to_yaml(record: BaseModel) -> str:
    """``record`` as canonical YAML: fields in the model's order, defaults left out."""
    return yaml_text(record.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def entry_yaml(record: BaseModel) -> str:
    """``record`` as the one entry of a list that stands under a key, indented by two."""
    data = record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return yaml_text({"list": [data]}).partition("\n")[2]


def yaml_text(data: object) -> str:
    """``data`` as the YAML that this project writes."""
    text: str = yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=96, indent=2
    )
    return text
