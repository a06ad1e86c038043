"""A folder in which every command can run: data that are built, and each command's input."""

from __future__ import annotations

import importlib
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from registry.paths import Paths
from tests.fuzz.ground import cut_down
from tests.support.few import KEPT, few

PLAN = "# 交通规划\n\n（一）开工建设渝昆高铁泸州至宜宾段，规划研究内江至永川高速公路。\n"


@dataclass(frozen=True)
class Command:
    """A command as it is typed: ``{here}`` is the scene's folder."""

    module: str
    arguments: tuple[str, ...]
    #: Whether it writes anything.
    writes: bool = False
    #: What is done to the scene before.
    before: Callable[[Path], object] = Path.exists

    @property
    def data(self) -> tuple[str, ...]:
        """The option that names the scene's data."""
        return _DATA

    def typed(self, here: Path) -> list[str]:
        """The arguments in the scene ``here``."""
        return [argument.format(here=here) for argument in self.arguments]

    def run(self, here: Path) -> int:
        """Its exit code, run in this process."""
        main = importlib.import_module(ENTRIES[self.module]).main
        try:
            return int(main(self.typed(here)))
        except SystemExit as end:
            return int(end.code or 0)


#: Where the ``main`` of each command line is.
ENTRIES: Mapping[str, str] = {
    "geo": "geo.__main__",
    "analyst": "analyst.__main__",
    "facts": "facts.__main__",
    "plans": "plans.__main__",
    "layers": "layers.cli",
}
_DATA = ("--data", "{here}/data")
_FACT = (
    *("--event", "status", "--state", "construction", "--date", "2025-06", "--text", "在建"),
    *("--publisher", "四川日报", "--confidence", "press", "--published", "2025-06-02"),
    *("--url", "https://www.scdaily.cn/x", "--looked-at", "2026-11-01"),
)

_ACCEPT = (
    *("accept", "{here}/read", "--plan-id", "plan", "--issuer", "某市", "--date", "2024-05"),
    *_DATA,
)


def _renamed(here: Path) -> None:
    """Let the built files be older than the registry."""
    record = here / "data" / "projects" / "rail" / "yukun-hsr.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("name: 渝昆高铁\n", "name: 昆渝高铁\n"), encoding="utf-8")


def _accepted(here: Path) -> None:
    quietly(Command("plans", _ACCEPT), here)


#: Every command that a scene has the input for.
COMMANDS: Mapping[str, Command] = {
    "check": Command("geo", ("check", *_DATA)),
    "build": Command("geo", ("build", *_DATA), writes=True, before=_renamed),
    "locate": Command("geo", ("locate", "泸州至永川高速公路", *_DATA)),
    "locate a project": Command("geo", ("locate", "渝昆高铁", *_DATA)),
    "export": Command(
        "layers", ("export", "-o", "{here}/map.html", "--lang", "zh", *_DATA), writes=True
    ),
    "export all": Command("layers", ("export", "--all-regions", "{here}/maps", *_DATA), True),
    "package": Command("analyst", ("package", "-o", "{here}/atlas", *_DATA), writes=True),
    "import-edits": Command(
        "analyst", ("import-edits", "{here}/edited.gpkg", "--yes", *_DATA), writes=True
    ),
    "diff": Command("analyst", ("diff", "{here}/old.geojson", "{here}/data/projects.geojson")),
    "release": Command("analyst", ("release", "9.9", *_DATA), writes=True),
    "stale": Command("facts", ("stale", "--on", "2030-01-01", *_DATA)),
    "add": Command("facts", ("add", "yukun-hsr", *_FACT, *_DATA), writes=True),
    "read": Command(
        "plans", ("read", "{here}/plan.txt", "--out", "{here}/out", *_DATA), writes=True
    ),
    "accept": Command("plans", _ACCEPT, writes=True),
    "remove": Command("plans", ("remove", "plan", *_DATA), writes=True, before=_accepted),
}
#: What each of the command lines says of itself, and of its parts.
HELP: Mapping[str, Command] = {
    f"{name} --help": Command(module, (*part, "--help"))
    for name, module, part in (
        *((module, module, ()) for module in ENTRIES),
        *((f"geo {c}", "geo", (c,)) for c in ("build", "check", "locate")),
        *((f"analyst {c}", "analyst", (c,)) for c in ("package", "import-edits", "diff")),
        ("layers export", "layers", ("export",)),
        *((f"facts {c}", "facts", (c,)) for c in ("stale", "add")),
        *((f"plans {c}", "plans", (c,)) for c in ("read", "accept", "remove", "atlas")),
    )
}


def write(here: Path) -> Path:
    """Fill the folder ``here``; returns it."""
    from analyst.package import write_package

    paths = few(here)
    records = [(paths.projects / name).read_text(encoding="utf-8") for name in KEPT]
    cut_down(paths, "\n".join([PLAN, *records]))
    quietly(COMMANDS["build"], here)
    shutil.copy(paths.geojson, here / "old.geojson")
    text = (here / "old.geojson").read_text(encoding="utf-8")
    (here / "old.geojson").write_text(text.replace("渝昆高铁", "昆渝高铁"), encoding="utf-8")
    (here / "plan.txt").write_text(PLAN, encoding="utf-8")
    quietly(COMMANDS["read"], here)
    (here / "out").rename(here / "read")
    write_package(here / "made", paths=paths)
    shutil.move(here / "made" / "atlas.gpkg", here / "edited.gpkg")
    shutil.rmtree(here / "made")
    quietly(COMMANDS["accept"], here)
    shutil.copy(here / "data" / "accepted" / "plan.yaml", here / "accepted.yaml")
    quietly(COMMANDS["remove"], here)
    _small_package(here / "edited.gpkg")
    _edit(here / "edited.gpkg", "UPDATE rail SET name = '昆渝高铁' WHERE id = 'yukun-hsr'")
    return here


def quietly(command: Command, here: Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of ``command``."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = command.run(here)
    return code, out.getvalue(), err.getvalue()


def files(here: Path) -> dict[str, bytes]:
    """Every file under ``here`` by its path, and every folder as nothing."""
    return {
        path.relative_to(here).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in here.rglob("*")
    }


def without_triggers(base: sqlite3.Connection) -> None:
    """What needs a geographer's SQLite goes."""
    found = base.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in found:
        base.execute(f'DROP TRIGGER "{name}"')


def _edit(file: Path, statement: str) -> None:
    """Run SQL on ``file``."""
    with closing(sqlite3.connect(file)) as base, base:
        without_triggers(base)
        base.execute(statement)


def _small_package(file: Path) -> None:
    """Beside the package one with a few places and without the ground that nobody edits."""
    from analyst.geopackage.contents import BASE_TABLE, is_project_layer, layer_names, write_base

    small = file.with_name("small.gpkg")
    shutil.copy(file, small)
    layers = layer_names(small)
    with closing(sqlite3.connect(small)) as base:
        without_triggers(base)
        for layer in layers:
            if layer == "places":
                base.execute("DELETE FROM places WHERE fid > 40")
            elif not is_project_layer(layer):
                base.execute(f'DELETE FROM "{layer}"')
        base.execute("UPDATE layer_styles SET styleQML = ''")
        base.execute(f"DROP TABLE {BASE_TABLE}")
        base.execute(f"DELETE FROM gpkg_contents WHERE table_name = '{BASE_TABLE}'")
        base.commit()
        base.execute("VACUUM")
    write_base(small)


def paths_of(here: Path) -> Paths:
    """The data folder of the scene."""
    return Paths(here / "data")
