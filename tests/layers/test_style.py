"""Colours: enough contrast, and apart for every kind of colour vision."""

from __future__ import annotations

import itertools
import math

import pytest

from layers import style
from registry.outcome.vocab import CurrentStatus, TimelineState, Verdict
from registry.vocab import CORE_MODES, ChangeClass, Mode, Status

#: Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deutan": ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritan": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, vision: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True))))
        for row in VISION[vision]
    )

    def curve(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505)
    y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b)
    z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("mode", Mode)
def test_lines_stand_out_from_the_land(mode: Mode) -> None:
    look = style.MODE_STYLES[mode]
    for ground in (style.LIGHT.land, style.LIGHT.neighbour, style.LIGHT.region_fill):
        assert contrast(look.colour, ground) >= (3 if ground == style.LIGHT.land else 2.5)
    assert contrast(look.dark, style.DARK.land) >= 3


@pytest.mark.parametrize("vision", VISION)
def test_core_modes_differ_for_every_eye(vision: str) -> None:
    for one, other in itertools.combinations(CORE_MODES, 2):
        a, b = style.MODE_STYLES[one], style.MODE_STYLES[other]
        assert math.dist(lab(a.colour, vision), lab(b.colour, vision)) >= 20, (one, other)


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK])
def test_text_can_be_read(palette: style.Palette) -> None:
    for ground in (palette.land, palette.panel):
        assert contrast(palette.text, ground) >= 7
        assert contrast(palette.muted, ground) >= 4.5
    assert contrast(palette.accent, palette.panel) >= 4.5
    assert contrast(palette.warn, palette.warn_ground) >= 4.5


def test_every_status_looks_different() -> None:
    looks = [(s.dash, s.core, s.scale) for s in style.STATUS_STYLES.values()]
    assert len(set(looks)) == len(looks) == len(Status)
    assert set(style.MODE_STYLES) == set(Mode)


def test_every_current_status_is_told_without_colour() -> None:
    looks = style.CURRENT_STYLES
    assert set(looks) == set(CurrentStatus)
    drawn = [(look.dash, look.core, look.scale) for look in looks.values()]
    assert len(set(drawn)) == len(drawn)
    signs = [look.sign for look in looks.values()]
    assert len(set(signs)) == len(signs)
    assert all(signs)


def test_what_is_open_recedes_what_is_built_stands_out_what_is_planned_is_dotted() -> None:
    looks = style.CURRENT_STYLES
    opened, built = looks[CurrentStatus.OPEN], looks[CurrentStatus.CONSTRUCTION]
    assert opened.dash == ()
    assert not opened.core
    assert opened.scale == min(look.scale for look in looks.values())
    assert built.scale == max(look.scale for look in looks.values())
    assert built.scale >= 2.5 * opened.scale
    dot, gap = looks[CurrentStatus.PLANNED].dash
    assert dot < 0.1 < gap
    assert looks[CurrentStatus.PLANNED].cap == "round"
    faint = {status for status, look in looks.items() if look.faint}
    assert faint == {CurrentStatus.OPEN, CurrentStatus.UNKNOWN}
    assert style.table()["currents"].keys() == {str(code) for code in CurrentStatus}  # type: ignore[attr-defined]


def test_a_year_looks_like_the_present() -> None:
    assert set(style.YEAR_STYLES) == set(TimelineState)
    for state, look in style.YEAR_STYLES.items():
        if state is not TimelineState.PROMISED:
            assert look is style.CURRENT_STYLES[CurrentStatus(state.value)]
    dot, gap = style.YEAR_STYLES[TimelineState.PROMISED].dash
    assert dot < 0.1 < gap
    assert style.table()["years"].keys() == {str(code) for code in TimelineState}  # type: ignore[attr-defined]


def test_what_recedes_is_seen_still_and_a_band_least_of_all() -> None:
    assert 0.05 < style.BAND_OPACITY < style.DIMMED < style.FAINT < 1
    # A casing is narrower than what it is drawn around.
    assert 1 <= style.CASING_PX < min(look.width for look in style.MODE_STYLES.values())


def test_every_verdict_is_told_without_colour() -> None:
    looks = style.VERDICT_STYLES
    assert set(looks) == set(Verdict)
    shapes = [(look.shape, look.fill) for look in looks.values()]
    assert len(set(shapes)) == len(shapes)
    for look in looks.values():
        assert contrast(look.colour, style.LIGHT.panel) >= 4.5
        assert contrast(look.colour, style.LIGHT.land) >= 4.5
        assert contrast(look.dark, style.DARK.panel) >= 4.5
        assert 0 <= look.fill <= 1
    assert style.table()["verdicts"].keys() == {str(code) for code in Verdict}  # type: ignore[attr-defined]


def test_every_change_is_told_without_colour() -> None:
    assert set(style.CHANGE_STYLES) == set(ChangeClass)
    signs = [look.sign for look in style.CHANGE_STYLES.values()]
    assert len(set(signs)) == len(signs)
    assert all(signs)
    for look in style.CHANGE_STYLES.values():
        assert contrast(look.colour, style.LIGHT.land) >= 3
        assert contrast(look.dark, style.DARK.land) >= 3
    looks = [(look.dash, look.scale, look.core) for look in style.CHANGE_STYLES.values()]
    assert len(set(looks)) == len(looks)
    # What is drawn as a line of one kind, whole, dashed or dotted, differs in more than a hair.
    for one, other in itertools.combinations(style.CHANGE_STYLES.values(), 2):
        a, b = (sum(look.dash) for look in (one, other))
        wider = max(one.scale, other.scale) / min(one.scale, other.scale)
        assert one.core is not other.core or abs(a - b) >= 0.5 or wider >= 1.2, (one, other)
    # What the later plan does not carry on lies below.
    faint = {change for change, look in style.CHANGE_STYLES.items() if look.faint}
    assert faint == {ChangeClass.ONLY_NAMED, ChangeClass.DROPPED}
    # Signs stand on the map where there is anything to say.
    bare = {change for change, look in style.CHANGE_STYLES.items() if not look.marked}
    assert bare == {ChangeClass.SAME, ChangeClass.ONLY_NAMED}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("vision", VISION)
def test_changes_of_one_colour_to_an_eye_differ_in_line_and_sign(vision: str, dark: bool) -> None:
    same = []
    for one, other in itertools.combinations(ChangeClass, 2):
        a, b = style.CHANGE_STYLES[one], style.CHANGE_STYLES[other]
        colours = [look.dark if dark else look.colour for look in (a, b)]
        if math.dist(lab(colours[0], vision), lab(colours[1], vision)) >= 20:
            continue
        same.append((one, other))
        assert (a.dash, a.core) != (b.dash, b.core) or a.scale >= 1.5 * b.scale, (one, other)
        assert a.sign != b.sign, (one, other)
    # Two classes share a colour to every eye; others come to do so for some.
    assert (ChangeClass.NEW, ChangeClass.ADDED) in same
    assert (ChangeClass.SAME, ChangeClass.ONLY_NAMED) in same
    assert len(same) >= 2
    # What moved forward is told from what moved back by its colour too.
    assert (ChangeClass.FORWARD, ChangeClass.BACK) not in same
