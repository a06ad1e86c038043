"""How the map looks: every colour there is, widths, and the whole as the view is given it.

Mode gives the colour, status gives the dash, which stands in the status's record
(:mod:`registry.vocab`, :mod:`registry.outcome.vocab`).
Colours keep at least 3:1 against the land and stay apart under the three common kinds of
colour blindness; ``tests/layers/test_style.py`` measures both.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from registry.outcome.events import EVENTS
from registry.outcome.vocab import (
    CURRENT_STATUSES,
    TIMELINE_STATES,
    CurrentStatus,
    TimelineState,
    Verdict,
)
from registry.term import CurrentStyle, StatusStyle, complete
from registry.vocab import STATUSES, ChangeClass, Mode, Status

FONT_STACK = (
    '"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",'
    "sans-serif"
)


@dataclass(frozen=True)
class ModeStyle:
    """A mode's look.

    ``colour`` on the light map and ``dark`` on the dark one (``#rrggbb``), ``width`` of its
    lines in CSS pixels, ``symbol`` of its points (a shape that ``map/symbols.js`` draws).
    """

    colour: str
    dark: str
    width: float
    symbol: str


MODE_STYLES: dict[Mode, ModeStyle] = {
    Mode.RAIL: ModeStyle("#8f1d2c", "#ff8b8f", 2.6, "circle"),
    Mode.HIGHWAY: ModeStyle("#c27300", "#f2b03d", 2.6, "circle"),
    Mode.WATERWAY: ModeStyle("#0a76b9", "#4fb4ef", 3.4, "diamond"),
    Mode.PIPELINE: ModeStyle("#4b3b78", "#b9a5f0", 2.4, "circle"),
    Mode.PORT: ModeStyle("#00636e", "#4cc3cf", 2.4, "square"),
    Mode.AIRPORT: ModeStyle("#4f5b66", "#b4c0cc", 2.4, "triangle"),
    Mode.POWER: ModeStyle("#7a6a00", "#dccb4a", 2.0, "bolt"),
    Mode.WATER: ModeStyle("#2f6f5e", "#7fcdb5", 2.4, "drop"),
    Mode.LOGISTICS: ModeStyle("#74462a", "#d8a47f", 2.2, "hexagon"),
    Mode.CORRIDOR: ModeStyle("#626262", "#bdbdbd", 4.0, "ring"),
}

#: The rest of how codes are drawn, from their records.
STATUS_STYLES: dict[Status, StatusStyle] = {code: term.look for code, term in STATUSES.items()}
CURRENT_STYLES: dict[CurrentStatus, CurrentStyle] = {
    code: term.look for code, term in CURRENT_STATUSES.items()
}
YEAR_STYLES: dict[TimelineState, CurrentStyle] = {
    code: term.look for code, term in TIMELINE_STATES.items()
}


@dataclass(frozen=True, kw_only=True)
class ChangeStyle(CurrentStyle):
    """How a change between plans looks.

    ``colour`` on the light map and ``dark`` on the dark one; told apart without it by dash, width
    and core, and by a ``sign`` beside its word. ``faint`` lines lie below the others.
    """

    colour: str
    dark: str


def _changed(
    colours: tuple[str, str],
    sign: str,
    dash: tuple[float, ...] = (),
    scale: float = 1.0,
    *,
    core: bool = False,
    fill: float = 1.0,
    faint: bool = False,
    marked: bool = True,
) -> ChangeStyle:
    """``colours`` on the light map and the dark one; of ``marked`` ones the map has the sign."""
    return ChangeStyle(
        dash=dash,
        cap="round" if not dash or dash[0] < 0.1 else "butt",
        scale=scale,
        core=core,
        fill=fill,
        sign=sign,
        faint=faint,
        marked=marked,
        colour=colours[0],
        dark=colours[1],
    )


_COMES = "#0a67a6", "#5db8f2"
_STAYS = "#7c7767", "#b3ad9c"

#: What became of a project from one plan to another.
CHANGE_STYLES: dict[ChangeClass, ChangeStyle] = {
    ChangeClass.NEW: _changed(_COMES, "+", scale=1.7, core=True),
    ChangeClass.ADDED: _changed(_COMES, "⊕", (6.5, 1.2), 1.2, fill=0.0),
    ChangeClass.FORWARD: _changed(("#00735f", "#45c9ae"), "→", scale=1.7),
    ChangeClass.BACK: _changed(("#b8390e", "#ff9a6e"), "←", (2.4, 1.0), 1.5),
    ChangeClass.CHANGED: _changed(("#75439a", "#c9a2ea"), "≈", (4.5, 1.3, 0.9, 1.3), fill=0.35),
    ChangeClass.SAME: _changed(_STAYS, "=", scale=0.8, marked=False),
    ChangeClass.ONLY_NAMED: _changed(
        _STAYS, "·", (0.05, 2.2), 0.8, fill=0.0, faint=True, marked=False
    ),
    ChangeClass.DROPPED: _changed(
        ("#55606a", "#9aa6b0"), "−", (1.2, 1.6), 0.9, fill=0.0, faint=True
    ),
}


@dataclass(frozen=True)
class VerdictStyle:
    """How a verdict on a promise looks in pictures.

    ``colour`` on a light ground and ``dark`` on a dark one; told apart without it by ``shape``
    (one that ``map/symbol-paths.js`` draws) and ``fill``, the share of the colour inside it, 0
    (hollow) to 1.
    """

    colour: str
    dark: str
    shape: str
    fill: float


#: What became of promises. Not red, amber and green: late is no measure of trust.
VERDICT_STYLES: dict[Verdict, VerdictStyle] = {
    Verdict.KEPT: VerdictStyle("#00735f", "#45c9ae", "circle", 1.0),
    Verdict.LATE: VerdictStyle("#b8390e", "#ff9a6e", "diamond", 1.0),
    Verdict.MISSED: VerdictStyle("#75439a", "#c9a2ea", "triangle", 1.0),
    Verdict.DUE: VerdictStyle("#0a67a6", "#5db8f2", "circle", 0.0),
    Verdict.UNKNOWN: VerdictStyle("#5f676d", "#a3adb4", "square", 0.0),
}


for _name, _codes, _table in (
    ("MODE_STYLES", Mode, MODE_STYLES),
    ("CHANGE_STYLES", ChangeClass, CHANGE_STYLES),
    ("VERDICT_STYLES", Verdict, VERDICT_STYLES),
):
    complete(f"layers/style.py: {_name}", _codes, _table)


@dataclass(frozen=True)
class Palette:
    """Everything on the map that is not a project, as ``#rrggbb``."""

    land: str
    neighbour: str
    beyond_line: str
    province_line: str
    prefecture_line: str
    county_line: str
    river: str
    river_text: str
    region_line: str
    region_fill: str
    text: str
    muted: str
    halo: str
    panel: str
    line: str
    accent: str
    warn: str
    warn_ground: str
    rail: str
    road: str


LIGHT = Palette(
    land="#fbfaf6",
    neighbour="#eeece5",
    beyond_line="#d3cfc4",
    province_line="#8d8a83",
    prefecture_line="#bdb9af",
    county_line="#dbd8cf",
    river="#a9cbdf",
    river_text="#4d84a3",
    region_line="#3f4a54",
    region_fill="#e9dfbf",
    text="#22282d",
    muted="#5f676d",
    halo="#fbfaf6",
    panel="#ffffff",
    line="#e1ded6",
    accent="#1f4e66",
    warn="#9a3412",
    warn_ground="#fbf1ec",
    rail="#8c8780",
    road="#d9cfb8",
)

DARK = Palette(
    land="#1d2226",
    neighbour="#15191c",
    beyond_line="#33393e",
    province_line="#7d858b",
    prefecture_line="#4b535a",
    county_line="#343b41",
    river="#2f5468",
    river_text="#7fb2cd",
    region_line="#d5dade",
    region_fill="#3a3a2b",
    text="#eceff1",
    muted="#a3adb4",
    halo="#1d2226",
    panel="#242a2f",
    line="#3a4248",
    accent="#8fc7e2",
    warn="#fdba74",
    warn_ground="#352c24",
    rail="#78828a",
    road="#4a4636",
)

#: Widths in CSS pixels and opacities of what is drawn around a line.
CASING_PX = 1.6
BAND_OPACITY = 0.14
DIMMED = 0.22
#: Opacity of a line that recedes.
FAINT = 0.55


def _plain(look: StatusStyle) -> dict[str, object]:
    """A look as JSON has it: a dash is a list."""
    return {**asdict(look), "dash": list(look.dash)}


def table() -> dict[str, object]:
    """The whole table as plain values, for the view (a dict that ``json`` takes)."""
    return {
        "font": FONT_STACK,
        "modes": {mode.value: asdict(style) for mode, style in MODE_STYLES.items()},
        "statuses": {status.value: _plain(look) for status, look in STATUS_STYLES.items()},
        "currents": {code.value: _plain(look) for code, look in CURRENT_STYLES.items()},
        "years": {code.value: _plain(look) for code, look in YEAR_STYLES.items()},
        "events": {code.value: asdict(e.mark) for code, e in EVENTS.items() if e.mark},
        "changes": {code.value: _plain(look) for code, look in CHANGE_STYLES.items()},
        "verdicts": {code.value: asdict(style) for code, style in VERDICT_STYLES.items()},
        "light": asdict(LIGHT),
        "dark": asdict(DARK),
        "casing": CASING_PX,
        "band": BAND_OPACITY,
        "dimmed": DIMMED,
        "faint": FAINT,
    }
