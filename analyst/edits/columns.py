"""What became of a package's columns and layers: none that may be edited is missed silently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from analyst.edits.places import NEEDED
from analyst.edits.projects import EDITABLE
from analyst.geopackage.contents import Held, Layers, is_project_layer
from registry.errors import AtlasError

#: A remark in Chinese and English.
Note = tuple[str, str]


def check_columns(before: Layers, now: Layers, where: str) -> list[Note]:
    """What of the package does not come back, where it is nothing that could have been edited.

    Parameters
    ----------
    before, now : mapping
        What the package held when it was made, and what of it is there now.
    where : str
        The file.

    Raises
    ------
    AtlasError
        For a layer that is gone, and a layer without a column in which edits are looked for: it
        was deleted or has another name, and what was written in it would be lost.
    """
    notes: list[Note] = []
    for layer, known in before.items():
        if not (is_project_layer(layer) or layer == "places"):
            continue
        if layer not in now:
            raise AtlasError(
                f"{where}: {layer}",
                zh="这个图层不见了（删除或改名），里面的改动无从带回",
                en="the layer is gone, deleted or renamed, so its edits cannot be brought back",
            )
        if now[layer]:
            was, has = _columns(known), _columns(now[layer])
            notes += _compared(layer, was, has, where)
    return notes


def _columns(rows: Mapping[str, Held]) -> list[str]:
    return list(dict.fromkeys(name for held in rows.values() for name in held))


def _compared(layer: str, was: list[str], has: list[str], where: str) -> Iterator[Note]:
    new = [name for name in has if name not in was]
    gone = [name for name in was if name not in has]
    needed = NEEDED if layer == "places" else ("id", *EDITABLE)
    if layer == "places" and not set(needed) <= set(was):
        raise AtlasError(
            f"{where}: {layer}",
            zh="分析包记下的原状已损坏，请另做一个分析包",
            en="what the package remembers of it is damaged, make a fresh package",
        )
    if lacking := [name for name in gone if name in needed]:
        listed, others = ", ".join(lacking), ", ".join(new)
        raise AtlasError(
            f"{where}: {layer}",
            zh=f"缺少可改的列 {listed}，里面的改动无从带回"
            + (f"；多出的列 {others} 请改回原名" if new else ""),
            en=f"lacks the columns {listed}, whose edits cannot be brought back"
            + (f"; give {others} its old name again" if new else ""),
        )
    if new:
        listed = ", ".join(new)
        yield f"{layer}：新增的列 {listed} 不带回", f"{layer}: new columns stay behind: {listed}"
    if gone:
        listed = ", ".join(gone)
        yield (
            f"{layer}：删去的列 {listed} 登记册照旧",
            f"{layer}: deleted columns stay as they are in the registry: {listed}",
        )


def new_layers(before: Layers, there: list[str]) -> list[Note]:
    """The layers that were put into the package since it was made; they are not read."""
    listed = ", ".join(name for name in there if name not in before)
    return [(f"新增的图层不带回：{listed}", f"new layers stay behind: {listed}")] if listed else []
