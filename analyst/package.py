"""The analyst's package: one folder, or one zip, written from the validated data.

It is written into a folder beside the target and renamed at the end, so that a reader never
finds half a package and a failed run leaves the old one as it was.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import geopandas as gpd

from analyst.collection import CRS, Collection, collect
from analyst.data_package import (
    TABLES_AS_CSV,
    csv_text,
    csvt_text,
    datapackage,
    geojson_text,
    shapefile_names,
    spatial,
)
from analyst.dcat import dcat
from analyst.geopackage.writer import VERSION, plain, write_geopackage
from analyst.labels import word
from analyst.oc4ids import oc4ids
from analyst.qgis.project import project_qgz, project_xml
from analyst.qgis.style import qml
from analyst.qgis.symbols import Shape
from analyst.qgis.views import View
from analyst.readme import LICENSES, attribution, readme
from layers.records.lost import Lost
from registry import sentences
from registry.commandline import tell
from registry.errors import AtlasError, shell_language
from registry.files.csvfile import MARK
from registry.files.litter import sweep_once
from registry.files.writing import whole_folder, write_part
from registry.land.titles import read_titles
from registry.paths import DEFAULT, Paths

Progress = Callable[[str], None]


def _quiet(_: str) -> None:
    return None


def _write_files(folder: Path, collection: Collection, plans: dict[str, str], paths: Paths) -> None:
    for name in ("geojson", "parquet", "csv"):
        (folder / name).mkdir()
    for table in spatial(collection):
        base = folder / "geojson" / table.name
        write_part(base.with_suffix(".geojson"), geojson_text(table))
        write_part(base.with_suffix(".qml"), qml(table.look, plans, collection.view))
        if table.look.mode:
            write_part(base.with_suffix(".plan.qml"), qml(table.look, plans, View.PLAN))
        frame = gpd.GeoDataFrame(plain(table), geometry="geometry", crs=CRS)
        frame.to_parquet(folder / "parquet" / f"{table.name}.parquet", index=False)
    for table in collection.tables:
        if table.look.shape is Shape.NONE:
            plain(table).to_parquet(folder / "parquet" / f"{table.name}.parquet", index=False)
        if table.name in TABLES_AS_CSV:
            write_part(folder / "csv" / f"{table.name}.csv", csv_text(table))
            write_part(folder / "csv" / f"{table.name}.csvt", csvt_text(table))
    if paths.dictionary.is_file():
        shutil.copyfile(paths.dictionary, folder / "data-dictionary.md")


def _fill(
    folder: Path,
    paths: Paths,
    ids: Sequence[str] | None,
    made: date,
    *,
    lost: Lost | None,
    progress: Progress,
    lang: str,
) -> int:
    """Write every file into the empty ``folder``; returns the number of projects."""
    progress(word("reading", lang))
    collection = collect(paths, ids, lost)
    if not len(collection.projects):
        raise AtlasError(
            "package",
            zh="没有项目符合条件，没有东西可写",
            en="no project matches, there is nothing to write",
        )
    plans = collection.plan_words
    progress(word("gpkg", lang))
    write_geopackage(folder / "atlas.gpkg", collection, plans, made)
    xml = project_xml(collection, plans, made)
    write_part(folder / "atlas.qgz", project_qgz(xml, made))
    progress(word("files", lang))
    _write_files(folder, collection, plans, paths)
    progress(word("standards", lang))
    write_part(folder / "oc4ids.json", oc4ids(collection, made))
    write_part(folder / "README.txt", MARK + readme(collection, VERSION, made))
    write_part(folder / "shapefile-names.csv", shapefile_names(collection))
    write_part(folder / "ATTRIBUTION.txt", MARK + attribution(collection))
    described = datapackage(folder, collection, LICENSES, made)
    text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
    write_part(folder / "datapackage.json", text)
    write_part(folder / "dcat.jsonld", dcat(described, collection))
    return len(collection.projects)


def write_package(
    target: Path,
    *,
    paths: Paths = DEFAULT,
    ids: Sequence[str] | None = None,
    force: bool = False,
    made: date | None = None,
    lost: Lost | None = None,
    progress: Progress = _quiet,
    lang: str | None = None,
) -> int:
    """Write the package as the folder ``target``.

    Parameters
    ----------
    target : Path
        The folder to make. One that is there already is replaced only with ``force``, and only
        when it is empty or a package itself.
    paths : Paths
        The data folder. Its built files are read; run ``python -m geo check`` first to be sure
        they are fresh.
    ids : sequence of str, optional
        Only these projects; by default all.
    made : date, optional
        The date in the files; by default today.
    lost : Lost, optional
        Hears of what is wrong in a built file. The package goes without those projects, and its
        README.txt names them; by default what is wrong is an error.
    progress : callable
        Called with a line of words at each step.
    lang : str, optional
        Language of the progress lines, ``zh`` or ``en``; by default the shell's.

    Returns
    -------
    int
        The number of projects written.

    Raises
    ------
    AtlasError
        When the data are broken, no project is left, the target exists or cannot be written.
    """
    # The libraries that write take a path that begins with ~ or holds :// for another's.
    target = Path(target).absolute()
    check_target(target, force)
    with whole_folder(target) as work:
        made, lang = made or date.today(), lang or shell_language()
        return _fill(work, paths, ids, made, lost=lost, progress=progress, lang=lang)


def check_target(target: Path, force: bool) -> None:
    """Refuse (AtlasError) a target that is there, or with ``force`` one that is no package."""
    sweep_once(target.parent)
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise sentences.not_a_folder(target)
    if not target.exists():
        return
    if not force:
        raise sentences.already_there(target)
    there = {path.name for path in target.iterdir()}
    if there and "atlas.gpkg" not in there:
        # --force must not be able to wipe a home folder.
        raise AtlasError(
            str(target),
            zh="里面不是分析包，不覆盖",
            en="holds something that is not a package and is not replaced",
        )


def package_zip(
    *,
    paths: Paths = DEFAULT,
    ids: Sequence[str] | None = None,
    made: date | None = None,
    lost: Lost | None = None,
) -> bytes:
    """The package as the bytes of one zip, for a download; errors as :func:`write_package`."""
    made = made or date.today()
    out = io.BytesIO()
    name = read_titles(paths).name
    with tempfile.TemporaryDirectory() as folder:
        inside = Path(folder) / "atlas"
        inside.mkdir()
        _fill(inside, paths, ids, made, lost=lost, progress=_quiet, lang="en")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for path in sorted(inside.rglob("*")):
                if path.is_file():
                    member = f"{name}/{path.relative_to(inside).as_posix()}"
                    entry = zipfile.ZipInfo(member, (made.year, made.month, made.day, 0, 0, 0))
                    entry.compress_type = zipfile.ZIP_DEFLATED
                    entry.external_attr = 0o644 << 16
                    archive.writestr(entry, path.read_bytes())
    return out.getvalue()


def tell_progress(line: str) -> None:
    """A line of progress, on standard error so that output can be piped."""
    tell(line, to=sys.stderr)
