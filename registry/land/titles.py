"""What a data folder calls itself: ``data/atlas.yaml``, with the words of its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from registry import sentences
from registry.errors import AtlasError
from registry.files.yaml.read import read_yaml
from registry.naming import LONGEST, first_hidden, short, trimmed
from registry.paths import DEFAULT, Paths

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KEYS = ("title", "title_en", "name")


@dataclass(frozen=True)
class Titles:
    """The title in Chinese and English, and the ``name`` that files taken away begin with.

    Plain ones stand in where a folder's own cannot be read.
    """

    zh: str = "工程图"
    en: str = "Project Atlas"
    name: str = "atlas"

    @property
    def key(self) -> str:
        """The English title as an identifier, for files that machines read.

        >>> Titles("湖北省工程图", "Hubei Project Atlas", "hubei").key, Titles("甲", "甲", "a").key
        ('hubei-project-atlas', 'a')
        """
        return "-".join(re.findall("[a-z0-9]+", self.en.lower())) or self.name

    def of(self, lang: str) -> str:
        """The title in ``"zh"`` or, for any other value, English."""
        return self.zh if lang == "zh" else self.en


def read_titles(paths: Paths = DEFAULT) -> Titles:
    """The titles of a data folder.

    Raises
    ------
    AtlasError
        When the file is missing, or holds anything but its three texts.
    """
    label = paths.label(paths.titles)
    data = read_yaml(paths.titles, label)
    if not isinstance(data, dict):
        raise sentences.missing_field(f"{label}: title")
    for key in data:
        if key not in _KEYS:
            raise sentences.unknown_code(f"{label}: {key}", "key", key, _KEYS)
    for key in _KEYS:
        if key not in data:
            raise sentences.missing_field(f"{label}: {key}")
        check_title(data[key], f"{label}: {key}")
    if not _NAME.fullmatch(data["name"]):
        raise AtlasError(
            f"{label}: name",
            zh=f"“{data['name']}”应当只有小写字母、数字和连字符",
            en=f"{data['name']!r} must be of small letters, digits and hyphens",
        )
    return Titles(data["title"].strip(), data["title_en"].strip(), data["name"])


def check_title(text: object, where: str) -> None:
    """Refuse (AtlasError at ``where``) what is no title: not text, empty, hidden or too long."""
    if not isinstance(text, str):
        raise sentences.not_text(where)
    if not text.strip():
        raise sentences.empty(where)
    if found := first_hidden(trimmed(text)):
        raise sentences.hidden_character(where, found)
    if len(text) > LONGEST:
        raise AtlasError(
            where,
            zh=f"“{short(text)}”太长，至多 {LONGEST} 个字符",
            en=f"{short(text)!r} is longer than {LONGEST} characters",
        )
