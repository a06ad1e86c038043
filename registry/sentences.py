"""One sentence a fault, in Chinese and English: whoever finds a fault takes its sentence here.

Each function returns the :class:`AtlasError` to raise; ``where`` is the file, record and field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from registry.errors import AtlasError
from registry.naming import YEAR_MAX, YEAR_MIN, code_point, listing, short

#: What a code is of (Chinese, English).
KINDS: Mapping[str, tuple[str, str]] = {
    "plan": ("计划", "plan"),
    "region": ("区域", "region"),
    "project": ("项目", "project"),
    "mode": ("类别", "mode"),
    "status": ("状态", "status"),
    "event": ("事件", "event"),
    "precision": ("精度等级", "precision"),
    "method": ("定位方法", "method"),
    "basis": ("走向依据", "basis"),
    "confidence": ("可信程度", "confidence"),
    "scope": ("范围", "scope"),
    "current": ("现状", "current status"),
    "state": ("现状", "current status"),
    "promise": ("承诺", "kind of promise"),
    "strength": ("口气", "strength"),
    "verdict": ("结论", "verdict"),
    "place": ("地点种类", "kind of place"),
    "area": ("市或区县", "city or county"),
    "route": ("走向种类", "kind of route"),
    "flag": ("是否值", "flag"),
    "river": ("河流", "river"),
    "key": ("键", "key"),
    "download": ("下载", "download"),
}
#: How many codes a sentence lists at most.
LISTED = 30


def missing(where: str, near: str = "") -> AtlasError:
    """A file that is not there; ``near`` is one beside it that may be meant."""
    return AtlasError(
        where,
        zh="文件不存在" + (f"；旁边的 {near} 是否应改名为它" if near else ""),
        en="the file does not exist" + (f"; perhaps {near} must be renamed to it" if near else ""),
    )


def misnamed(where: str, name: str) -> AtlasError:
    """A file that must be called ``name`` to be read."""
    return AtlasError(where, zh=f"文件名应为 {name}", en=f"must be called {name}")


def misplaced(where: str, right: str) -> AtlasError:
    """A file that must stand in another place to be read."""
    return AtlasError(where, zh=f"应放在 {right}", en=f"must stand at {right}")


def no_record(where: str, suffix: str) -> AtlasError:
    """A file of another kind in a folder of records that end in ``suffix``."""
    return AtlasError(
        where,
        zh=f"这个文件夹只放 {suffix} 文件，请移到别处",
        en=f"only {suffix} files stand in this folder, move it elsewhere",
    )


def missing_folder(where: str) -> AtlasError:
    """A folder that is not there."""
    return AtlasError(where, zh="文件夹不存在", en="the folder does not exist")


def unreadable(where: str, reason: str | None) -> AtlasError:
    """A file that the system does not give out."""
    return AtlasError(where, zh=f"文件读不出来（{reason}）", en=f"cannot be read ({reason})")


def is_a_folder(where: str) -> AtlasError:
    """A folder where a file belongs."""
    return AtlasError(where, zh="是文件夹，应当是文件", en="is a folder, a file is expected")


def no_file(where: str) -> AtlasError:
    """A pipe or a device, which may never end."""
    return AtlasError(where, zh="不是普通文件", en="is no ordinary file")


def too_large(where: str, size: int, most: int) -> AtlasError:
    """A file of ``size`` bytes where at most ``most`` MB are read."""
    mb = f"{size / 1e6:.1f}"
    return AtlasError(
        where, zh=f"有 {mb} MB，至多读 {most} MB", en=f"has {mb} MB, at most {most} MB are read"
    )


def no_entry(where: str, kind: str, code: str) -> AtlasError:
    """A code of the program's own that has no entry in a table of the program's."""
    return AtlasError(
        where, zh=f"{kind} 的“{code}”还没有一项", en=f'"{code}" of {kind} has no entry yet'
    )


def not_utf8(where: str, form: str = "") -> AtlasError:
    """Bytes that are no UTF-8 text; ``form`` is what they are, as far as it shows."""
    return AtlasError(
        where,
        zh="不是 UTF-8 文本" + (f"，是 {form}" if form else ""),
        en="the file is not UTF-8 text" + (f" but {form}" if form else ""),
    )


def not_yaml(where: str, reason: str | None = None) -> AtlasError:
    """Text that is no YAML."""
    told = f"（{reason}）" if reason else ""
    return AtlasError(
        where, zh=f"不是有效的 YAML{told}", en="not valid YAML" + (f" ({reason})" if reason else "")
    )


def key_twice(where: str, key: str) -> AtlasError:
    """A mapping in which a key stands twice, so that one of its values would be lost."""
    return AtlasError(where, zh=f"键“{short(key)}”重复", en=f"the key {short(key)!r} stands twice")


def strange_character(where: str, character: str) -> AtlasError:
    """A character that no text file should hold."""
    code = f"U+{ord(character):04X}"
    return AtlasError(
        where, zh=f"有不应出现的字符 {code}", en=f"holds the character {code}, which no text has"
    )


def hidden_character(where: str, character: str) -> AtlasError:
    """A character that cannot be seen, in a text that a person reads or looks for."""
    code = code_point(character)
    return AtlasError(
        where,
        zh=f"有看不见或已损坏的字符 {code}，请删去",
        en=f"holds the character {code}, which cannot be seen or was damaged; take it out",
    )


def not_csv(where: str, reason: str) -> AtlasError:
    """Text that is no CSV."""
    return AtlasError(where, zh=f"不是有效的 CSV（{reason}）", en=f"not valid CSV ({reason})")


def not_json(where: str, form: str) -> AtlasError:
    """Text that is no JSON where ``form``, JSON or GeoJSON, belongs."""
    return AtlasError(
        where,
        zh=f"不是可读的 {form}，文件可能已损坏",
        en=f"is not {form} that can be read; the file may be damaged",
    )


def not_features(where: str) -> AtlasError:
    """JSON that is no collection of features."""
    return AtlasError(
        where, zh="不是 GeoJSON 要素集合", en="is not GeoJSON: a FeatureCollection is expected"
    )


def bad_geometry(where: str) -> AtlasError:
    """A geometry that is no geometry, lies off the earth, or is not valid."""
    return AtlasError(
        where, zh="几何缺失、读不出来或无效", en="the geometry is missing or not valid"
    )


def other_crs(where: str, crs: object) -> AtlasError:
    """A file in another coordinate reference system than WGS84."""
    crs = short(crs)
    return AtlasError(
        where,
        zh=f"坐标系是 {crs}，应另存为 WGS84 经纬度（EPSG:4326）",
        en=f"is in the CRS {crs}; save it in WGS84 longitude and latitude (EPSG:4326)",
    )


def swapped_axes(where: str) -> AtlasError:
    """Coordinates with latitude before longitude."""
    return AtlasError(
        where,
        zh="纬度写在了经度前面，应为经度在前",
        en="has latitude before longitude; longitude comes first",
    )


def no_degrees(where: str) -> AtlasError:
    """Coordinates that are no degrees, as metres of a projection."""
    return AtlasError(
        where,
        zh="坐标不是经纬度的度数，应另存为 WGS84（EPSG:4326）",
        en="its coordinates are no degrees; save it in WGS84 (EPSG:4326)",
    )


def wrong_encoding(where: str, text: str) -> AtlasError:
    """Text that was written in one encoding and read in another."""
    text = str(short(text))
    return AtlasError(
        where,
        zh=f"“{text}”是以错误的编码读出的文字，请以 UTF-8 重新保存",
        en=f"{text!r} is text read in a wrong encoding; save it anew as UTF-8",
    )


def no_adcode(where: str, value: object) -> AtlasError:
    """A code of an area that is none, such as the number that a spreadsheet makes of it."""
    value = short(value)
    return AtlasError(
        where,
        zh=f"“{value}”不是行政区划代码：应当是 2、4 或 6 位数字的文本，如 511502",
        en=f"{value!r} is no code of an area: it is text of 2, 4 or 6 digits, as 511502",
    )


def lacks_columns(where: str, names: Iterable[str]) -> AtlasError:
    """A table, or the properties of features, without columns it must have."""
    listed = listing(names, LISTED)
    return AtlasError(where, zh=f"缺少列 {listed}", en=f"lacks the columns {listed}")


def unknown_columns(where: str, names: Iterable[str]) -> AtlasError:
    """A table with columns that nobody knows and that would be lost."""
    listed = listing(names, LISTED)
    return AtlasError(where, zh=f"有不认识的列 {listed}", en=f"has unknown columns {listed}")


def rows_lost(where: str, found: int, written: int) -> AtlasError:
    """A table that a program wrote and that has no longer the rows that were written."""
    return AtlasError(
        where,
        zh=f"有 {found} 行，写入时是 {written} 行：文件不完整或被改过，请重新生成",
        en=f"has {found} rows, {written} were written: it is cut off or was changed, make it anew",
    )


def row_cut(where: str) -> AtlasError:
    """A table that a program wrote and that ends in the middle of its last row."""
    return AtlasError(
        where,
        zh="最后一行没有写完：文件不完整，请重新生成",
        en="ends in the middle of its last row: it is cut off, make it anew",
    )


def wrong_cells(where: str, found: int, expected: int) -> AtlasError:
    """A row with more or fewer cells than the header."""
    return AtlasError(
        where,
        zh=f"这一行有 {found} 格，表头有 {expected} 格",
        en=f"the row has {found} cells, the header {expected}",
    )


def empty(where: str) -> AtlasError:
    """A value that must be there and is empty."""
    return AtlasError(where, zh="不能为空", en="must not be empty")


def missing_field(where: str) -> AtlasError:
    """A record without a field it must have."""
    return AtlasError(where, zh="缺少这个字段", en="the field is missing")


def not_a_number(where: str, value: object) -> AtlasError:
    """A value that is no finite number."""
    value = short(value)
    return AtlasError(where, zh=f"“{value}”不是数", en=f"{value!r} is not a number")


def not_positive(where: str, value: float) -> AtlasError:
    """A number that must be above zero."""
    return AtlasError(where, zh=f"{value:g} 不是正数", en=f"{value:g} is not positive")


def not_whole(where: str, value: object) -> AtlasError:
    """A value that is no whole number."""
    value = short(value)
    return AtlasError(where, zh=f"“{value}”不是整数", en=f"{value!r} is not a whole number")


def not_a_day(where: str, value: object) -> AtlasError:
    """A value that is no date."""
    value = short(value)
    first, last = YEAR_MIN, YEAR_MAX
    return AtlasError(
        where,
        zh=f"“{value}”不是日历上像 2020、2020-06 或 2020-06-25 的日期（{first} 至 {last} 年）",
        en=f"{value!r} is no date of the calendar such as 2020, 2020-06 or 2020-06-25 "
        f"({first} to {last})",
    )


def not_text(where: str) -> AtlasError:
    """A value that is no text."""
    return AtlasError(where, zh="应当是文字", en="must be text")


def not_flag(where: str, value: object) -> AtlasError:
    """A value that is neither true nor false."""
    value = short(value)
    return AtlasError(
        where, zh=f"“{value}”应为 True 或 False", en=f"{value!r} must be True or False"
    )


def twice(where: str) -> AtlasError:
    """An id that stands twice."""
    return AtlasError(where, zh="编号重复", en="the id stands twice")


def column_twice(where: str, name: str) -> AtlasError:
    """A column that stands twice."""
    told = short(name, 40)
    return AtlasError(where, zh=f"列 {told} 重复", en=f"the column {told} stands twice")


def not_a_list(where: str, key: str) -> AtlasError:
    """A YAML file that is not the one list it should be."""
    return AtlasError(where, zh=f"应当只有一个列表 {key}", en=f"must hold one list named {key}")


def unknown_code(
    where: str,
    kind: str,
    code: object,
    allowed: Iterable[object],
    *,
    near: str | None = None,
    names: Mapping[str, str] | None = None,
) -> AtlasError:
    """A code that does not exist: the nearest spelling and what exists.

    Parameters
    ----------
    where : str
        File, record and field.
    kind : str
        What it is a code of, a key of :data:`KINDS`.
    code, allowed
        What was written, and the codes that there are.
    near : str, optional
        The code that was most likely meant; by default the nearest spelling, if one is near.
    names : mapping, optional
        Chinese names of the codes, shown beside them.
    """
    kind_zh, kind_en = KINDS.get(kind, (f" {kind} ", kind))
    codes, called = [str(one) for one in allowed], names or {}
    near = near or next(iter(get_close_matches(str(code), codes, n=1)), None)
    meant_zh = meant_en = ""
    if near:
        name = called.get(near)
        meant_zh = f"，是否指 {near}" + (f"（{name}）" if name else "")
        meant_en = f", perhaps {near}" + (f" ({name})" if name else "")
    listed_zh = "、".join(" ".join(filter(None, (c, called.get(c)))) for c in codes[:LISTED])
    listed_en = ", ".join(codes[:LISTED])
    more = "…" if len(codes) > LISTED else ""
    return AtlasError(
        where,
        zh=f"没有{kind_zh}“{short(code)}”{meant_zh}；有的是 {listed_zh}{more}",
        en=f"there is no {kind_en} {short(str(code))!r}{meant_en}; there are {listed_en}{more}",
    )


def cannot_write(where: object, reason: str | None) -> AtlasError:
    """A target that cannot be written."""
    return AtlasError(str(where), zh=f"写不进去（{reason}）", en=f"cannot be written ({reason})")


def refused_by_system(error: OSError | MemoryError) -> AtlasError:
    """What the system refuses while a command runs: a full disk, a file that is gone, memory."""
    if isinstance(error, MemoryError):
        return AtlasError("python", zh="内存不够", en="there is not enough memory")
    reason = error.strerror or str(error) or type(error).__name__
    return AtlasError(
        str(error.filename or "python"),
        zh=f"系统不允许，或文件在此期间变了（{reason}）",
        en=f"the system refuses, or the file changed in the meantime ({reason})",
    )


def already_there(where: object) -> AtlasError:
    """A target that exists and must not be replaced without being told to."""
    return AtlasError(
        str(where),
        zh="已经存在；要覆盖请加 --force",
        en="exists already; add --force to replace it",
    )


def not_a_folder(where: object) -> AtlasError:
    """A target that must be a folder."""
    return AtlasError(str(where), zh="不是文件夹", en="is not a folder")
