"""What plans.yaml says of a plan: what a person gives, and what the text itself tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from registry.errors import AtlasError
from registry.files.records import validate
from registry.models import Plan
from registry.naming import YEAR_MAX, YEAR_MIN, seen, trimmed

#: What a person is asked for, in this order.
ASKED = (
    *("title", "title_en", "short", "short_en", "issuer", "number", "date", "horizon"),
    *("region", "based_on"),
)
#: What plans.yaml cannot do without.
NEEDED = ("title", "title_en", "short", "short_en", "issuer", "date")
TEXT_NOTE = "由 python -m plans read 读出。"
#: How many lines at either end of a text are searched for its title, issuer and date.
_ENDS = 25
_LONGEST = 60
_KIND = re.compile(
    r"[规規][划劃]|[计計][划劃]|方案|意[见見]|[纲綱]要|[报報]告|行[动動]|通知|[决決]定|[办辦]法|[清名]单|项目表"
)
_BEGINS = re.compile(r"[《“〈\u4e00-\u9fff\d]")
_SPEAKS = re.compile(r"[。；;!?！？]")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[（(]20\d\d[〕\]）)]\d{1,4}号")
_DAY = re.compile(
    r"(20\d\d|19\d\d)\s*年\s*(1[0-2]|0?[1-9])\s*月(?:\s*(3[01]|[12]\d|0?[1-9])\s*日)?"
)
_SPAN = re.compile(r"[（(]?(20\d\d)\s*年?\s*[—\-–~～至]{1,2}\s*(20\d\d)\s*年?[）)]?")
_YEAR = re.compile(r"20\d\d(?=\s*年)")
_YEAR_OF_NAME = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FIVE = re.compile(r"[“\"「]?十([三四五六七])五[”\"」]?")
#: The first year of a five-year plan by its number.
_FIRST = {"三": 2016, "四": 2021, "五": 2026, "六": 2031, "七": 2036}
_DAY_AT_END = re.compile(r"[（(]?\s*20\d\d年\d{1,2}月(?:\d{1,2}日)?\s*[）)]?$")
_ISSUER = re.compile(
    r"^[\u4e00-\u9fff、 　]{2,40}(人民政府|办公[厅室]|委员会|发展改革委|发改委|厅|局|委|部)$"
)


def _lines(text: str) -> list[str]:
    lines = [" ".join(seen(" ".join(line.split())).split()) for line in text.splitlines()]
    return [line for line in lines if line]


def _title(lines: list[str], name: str) -> str:
    heads = [
        line
        for line in lines[:_ENDS]
        if len(line) <= _LONGEST and _BEGINS.match(line) and not _SPEAKS.search(line)
    ]
    named = next((line for line in heads if _KIND.search(line) and len(line) >= 6), None)
    return named or next(iter(heads), "") or name


def _date(lines: list[str], title: str, name: str, text: str) -> str:
    """The day at either end of the text, else the year of the title, of the name, of the text."""
    for line in (*lines[:_ENDS], *reversed(lines[-_ENDS:])):
        if (found := _DAY.search(line)) and len(line) <= _LONGEST:
            year, month, day = found.groups()
            return "-".join([year, f"{int(month):02}", *([f"{int(day):02}"] if day else [])])
    if five := _FIVE.search(title):
        return str(_FIRST[five[1]])
    if span := _SPAN.search(title):
        return span[1]
    year = re.search(r"20\d\d", title) or _YEAR_OF_NAME.search(name) or _YEAR.search(text)
    return year[0] if year else ""


def _horizon(title: str) -> str:
    if span := _SPAN.search(title):
        return f"{span[1]}-{span[2]}"
    if five := _FIVE.search(title):
        return f"{_FIRST[five[1]]}-{_FIRST[five[1]] + 4}"
    return ""


def guessed(text: str, name: str) -> dict[str, str]:
    """What a plan's text says of itself, by field of plans.yaml, as far as it does.

    Parameters
    ----------
    text : str
        The decoded text.
    name : str
        The plan's id or the file's name: its title where the text has none, and its year where
        neither a day nor the title tells one.
    """
    lines = _lines(text)
    title = _title(lines, name)
    bare = re.sub(r"[（(].*?[）)]|[《》“”\"]|关于印发|关于|的通知$", "", title).strip() or title
    ends = (*lines[:_ENDS], *lines[-_ENDS:])
    date = _date(lines, title, name, text)
    number = next((m[0] for line in ends if (m := _NUMBER.search(line))), "")
    # An issuer often shares its line with the day.
    bare_ends = (_DAY_AT_END.sub("", line).strip("（( 　") for line in ends)
    issuer = next((line for line in bare_ends if _ISSUER.match(line)), "")
    found = {
        "title": title,
        "title_en": f"{name} (no English title given)",
        "short": f"{bare[:12]} {date[:4]}".strip(),
        "short_en": name,
        "issuer": issuer,
        "number": number,
        "date": date,
        "horizon": _horizon(title),
    }
    return {key: value for key, value in found.items() if value}


def _years(value: str, where: str) -> list[int]:
    years = re.fullmatch(r"\s*(\d{4})\s*[-—–~～至]\s*(\d{4})\s*", value)
    if years is None or not YEAR_MIN <= int(years[1]) <= int(years[2]) <= YEAR_MAX:
        raise AtlasError(
            where,
            zh=f"“{value}”应当像 2026-2030",
            en=f"{value!r} must look like 2026-2030",
        )
    return [int(years[1]), int(years[2])]


def plan_from(
    plan_id: str,
    given: Mapping[str, str],
    *,
    text: str,
    guesses: Mapping[str, str] | None = None,
) -> Plan:
    """The plan's entry for plans.yaml.

    Parameters
    ----------
    plan_id : str
        The plan's id in the registry.
    given : mapping
        What a person says, by field of :data:`ASKED`; empty text stands for nothing.
    text : str
        The name of the file that was read.
    guesses : mapping, optional
        What stands in for what is not given, as :func:`guessed` finds it. A guessed date is
        marked as inferred.

    Raises
    ------
    AtlasError
        At the plan and the field, for one that is missing or of the wrong kind.
    """
    said = {key: trimmed(value) for key, value in given.items() if trimmed(value)}
    data: dict[str, Any] = {**(guesses or {}), **said}
    where = f"plans.yaml: {plan_id}"
    for key in NEEDED:
        if key not in data:
            option = f"--{key.replace('_', '-')}"
            raise AtlasError(
                f"{where}: {key}",
                zh=f"还不知道，请用 {option} 写明",
                en=f"is not known; give it with {option}",
            )
    if "horizon" in data:
        data["horizon"] = _years(data["horizon"], f"{where}: horizon")
    if "date" not in said:
        data["date_inferred"] = True
    data |= {"id": plan_id, "text": text, "text_note": TEXT_NOTE}
    ordered = {key: data[key] for key in Plan.model_fields if key in data}
    return validate(Plan, ordered, "plans.yaml", record=plan_id)
