"""What a bug report needs to know of a machine: versions, programs, fonts and the data's state.

Nothing here is needed to run: a package that is missing or broken is told, not missed.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from registry.commandline import say
from registry.errors import AtlasError
from registry.files import read_text
from registry.paths import ROOT, Paths

WORDS = {
    "python": ("Python", "Python"),
    "system": ("系统", "system"),
    "packages": ("依赖包", "packages"),
    "as_fixed": ("{n} 个，版本与 constraints.txt 一致", "{n}, all as constraints.txt has them"),
    "other": ("{name} {found}（应为 {wanted}）", "{name} {found} (constraints.txt: {wanted})"),
    "absent": ("{name} 未安装（应为 {wanted}）", "{name} is not installed ({wanted})"),
    "fonts": ("中文字体", "Chinese font"),
    "encoding": ("输出编码", "output encoding"),
    "none": ("没有找到", "not found"),
    "found": ("有", "found"),
    "data": ("数据", "data"),
    "missing": ("缺少 {names}", "missing: {names}"),
    "built": ("{n} 个生成文件都在", "all {n} built files are there"),
    "invalid": ("无效：{told}", "invalid: {told}"),
    "more": ("等 {n} 处", "{n} faults in all"),
    "writable": ("可写", "can be written"),
    "read_only": ("不可写", "cannot be written"),
    "unchecked": ("没能检查（{told}）", "could not be checked ({told})"),
}
#: Programs that tests and guides use, and what they are called.
PROGRAMS = {
    "Chromium": ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge"),
    "QGIS": ("qgis", "qgis-bin", "qgis-ltr-bin", "qgis_process", "qgis-process"),
    "PostGIS": ("postgres", "psql", "pg_config", "shp2pgsql"),
    "GDAL": ("ogr2ogr",),
}
#: The beginning of file names of fonts with Chinese characters.
_FONT = re.compile(
    r"(noto(sans|serif)(cjk|sc|mono\w*cjk)|sourcehan|wqy|simsun|simhei|msyh|pingfang|stheiti|"
    r"hiragino sans gb|droidsansfallback|ukai|uming|arphic|unifont)",
    re.IGNORECASE,
)
_PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^\s;]+)\s*(?:;\s*(.*))?$", re.MULTILINE)


@dataclass(frozen=True)
class Line:
    """What is told of one thing; ``fine`` is False where it may be the cause of a fault."""

    name: str
    told: str
    fine: bool = True


def home_free(text: str) -> str:
    """``text`` with ``~`` for the home folder, whose name is nobody's business."""
    home = os.path.expanduser("~")  # noqa: PTH111 - a home that cannot be told is no error
    return text.replace(home, "~") if len(home) > 1 else text


def pinned(text: str) -> dict[str, str]:
    """The packages that constraints fix for this machine, with their versions."""
    return {name: wanted for name, wanted, only in _PIN.findall(text) if not only or _applies(only)}


def _applies(marker: str) -> bool:
    """Whether a package is meant for this machine; where nobody can tell, it is not asked for."""
    try:
        from packaging.markers import InvalidMarker, Marker
    except ImportError:
        return False
    try:
        return Marker(marker).evaluate()
    except InvalidMarker:
        return False


def needed(folder: Path = ROOT) -> dict[str, str]:
    """The packages that ``requirements.txt`` names, each with the version that it fixes."""
    return pinned(read_text(folder / "requirements.txt", "requirements.txt"))


def packages(lang: str, folder: Path = ROOT) -> Line:
    """What is installed, compared with what the project fixes."""
    asked = needed(folder)
    fixed = pinned(read_text(folder / "constraints.txt", "constraints.txt"))
    odd = []
    for name, wanted in {**fixed, **asked}.items():
        try:
            found = version(name)
        except PackageNotFoundError:
            # What only tests and scripts need is not missed.
            if name in asked:
                odd.append(say(WORDS, "absent", lang, name=name, wanted=wanted))
            continue
        if found != wanted:
            odd.append(say(WORDS, "other", lang, name=name, found=found, wanted=wanted))
    told = ", ".join(odd) or say(WORDS, "as_fixed", lang, n=len({**fixed, **asked}))
    return Line(say(WORDS, "packages", lang), told, not odd)


#: Where systems that say nothing else keep what programs share.
_SHARED = ("/usr/share", "/usr/local/share")


def font_folders() -> list[Path]:
    """Where systems keep fonts."""
    data = os.environ.get("XDG_DATA_DIRS", os.pathsep.join(_SHARED))
    folders = [Path(one) / "fonts" for one in data.split(os.pathsep) if one]
    for name, inside in (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")):
        if folder := os.environ.get(name):
            folders.append(Path(folder) / inside)
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - see home_free
    folders += [home / ".fonts", home / ".local" / "share" / "fonts", home / "Library" / "Fonts"]
    root = Path(home.anchor)
    return [*folders, root / "System" / "Library" / "Fonts", root / "Library" / "Fonts"]


def chinese_font(folders: Sequence[Path]) -> str:
    """The name of a file with Chinese characters in ``folders``, ``""`` for none."""
    for folder in folders:
        for _, inner, files in os.walk(folder):
            inner.sort()
            for name in sorted(files):
                if _FONT.match(name.replace("-", "").replace("_", "")):
                    return name
    return ""


def program(names: Sequence[str]) -> str:
    """What the first of ``names`` that is installed says of its version; ``""`` for none."""
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        return ""
    if sys.platform == "win32":
        return Path(path).name  # a browser would open there
    try:
        done = subprocess.run(
            [path, "--version"],
            capture_output=True,
            timeout=20,
            stdin=subprocess.DEVNULL,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return Path(path).name
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    return home_free(lines[0].strip()) if done.returncode == 0 and lines else Path(path).name


def data_state(paths: Paths, lang: str) -> Iterator[Line]:
    """Which built files are missing, which are older than the registry, what is not valid."""
    name = say(WORDS, "data", lang)
    built = [
        *(paths.geojson, paths.mentions, paths.events, paths.findings, paths.outcomes),
        *(paths.timeline, paths.county_lengths, paths.counts, paths.feed, paths.changes),
        *(paths.report, paths.dictionary),
    ]
    lost = [paths.label(path) for path in built if not path.is_file()]
    if lost:
        yield Line(name, say(WORDS, "missing", lang, names=", ".join(lost)), fine=False)
    else:
        yield Line(name, say(WORDS, "built", lang, n=len(built)))
    can = os.access(paths.data, os.W_OK)
    yield Line(name, say(WORDS, "writable" if can else "read_only", lang))
    try:
        from building.check import check, summary

        checked = check(paths)
        problems = checked.problems
        told = "" if problems else summary(checked, paths, lang)
    except AtlasError as error:
        problems, told = [error], ""
    except Exception as error:  # a package that is broken is what a report is about
        about = home_free(f"{type(error).__name__}: {error}")
        yield Line(name, say(WORDS, "unchecked", lang, told=about), fine=False)
        return
    if problems:
        told = say(WORDS, "invalid", lang, told=home_free(problems[0].text(lang)))
        if len(problems) > 1:
            told += " " + say(WORDS, "more", lang, n=len(problems))
    yield Line(name, told, not problems)


def examine(paths: Paths, lang: str) -> Iterator[Line]:
    """Every line of the report; none names a folder of a person's."""

    def word(key: str) -> str:
        return say(WORDS, key, lang)

    yield Line(word("python"), f"{platform.python_version()}, {platform.python_implementation()}")
    yield Line(word("system"), f"{platform.system()} {platform.release()} {platform.machine()}")
    yield Line(word("encoding"), str(getattr(sys.stdout, "encoding", None) or word("none")))
    try:
        yield packages(lang)
    except AtlasError as error:
        yield Line(word("packages"), home_free(error.text(lang)), fine=False)
    font = chinese_font(font_folders())
    yield Line(word("fonts"), font or word("none"), bool(font))
    for name, called in PROGRAMS.items():
        yield Line(name, program(called) or word("none"))
    yield from data_state(paths, lang)


def report(paths: Paths, lang: str) -> Iterator[str]:
    """The lines of the report as they are printed, a mark before what may be at fault."""
    for line in examine(paths, lang):
        yield f"{' ' if line.fine else '!'} {line.name}: {line.told}"
