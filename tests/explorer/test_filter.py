"""The browser's filter and counts say what Python's filter says; the address is read alike."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from facts import steps
from layers import address, payload
from layers.address_reader import Asked, from_query
from layers.payload.compact import compact
from layers.publish import component
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.comparison import Comparing, compare
from layers.selection.filters import Filter
from layers.selection.where import SHAPES
from registry.geometry import Precision
from registry.outcome.vocab import CurrentStatus, Verdict
from registry.vocab import FindingKind, Mode, Status
from tests.support import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

#: The lists of a filter by their keys, and their fields in Python.
LISTS = {
    name: key.field
    for name, key in address.KEYS.items()
    if key.field and key.kind in (address.Kind.CODES, address.Kind.YEARS)
}
#: Counties in which some line has neither a kilometre nor a stop.
GRAZED = ("511102", "500151", "510521")
WORDS = (
    "",
    "",
    "",
    "yukun",
    "yk",
    "ykun",
    "渝",
    "chongqing",
    "GAOSU",
    "成渝 铁路",
    "lzh",
    "zigong",
)


@pytest.fixture(scope="module")
def kit(chromium: Browser, atlas: Atlas) -> Any:
    """A page that holds the view's code and the decoded payload."""
    page: Page = chromium.new_context().new_page()
    browser.load_modules(
        page,
        *("core/address.js", "core/payload/decode.js", "core/payload/expand.js", "core/filter.js"),
        "compare/changes.js",
    )
    text = payload.dumps(compact(payload.build(atlas)))
    page.evaluate("t => { window.model = AtlasKit.decode(AtlasKit.expand(JSON.parse(t))); }", text)
    yield page
    page.context.close()


def some(atlas: Atlas, dice: random.Random) -> Filter:
    """A filter drawn at random, mostly a loose one."""

    def few(items: list[Any]) -> frozenset[Any]:
        return frozenset(dice.sample(items, dice.choice((0, 0, 1, 2))))

    counties = sorted({c for p in atlas.projects for c in p.counties})
    west_south = dice.uniform(103, 107), dice.uniform(28, 31)
    return Filter(
        plans=few([p.id for p in atlas.plans]),
        statuses=few(list(Status)),
        regions=few([r.id for r in atlas.regions]),
        modes=few(list(Mode)),
        places=few([*counties[::7], "500000", "510500", "511500", *GRAZED]),
        years=few([filters.NO_YEAR, 2019, 2020, 2023]),
        # Few projects have any: mostly none is asked for.
        findings=few(list(FindingKind)) if dice.random() < 0.4 else frozenset(),
        currents=few(list(CurrentStatus)) if dice.random() < 0.2 else frozenset(),
        verdicts=few(list(Verdict)) if dice.random() < 0.2 else frozenset(),
        precisions=few(list(Precision)) if dice.random() < 0.2 else frozenset(),
        query=dice.choice(WORDS),
        near=(dice.uniform(103, 108), dice.uniform(28, 32), dice.uniform(1, 300))
        if dice.random() < 0.2
        else (),
        box=(*west_south, west_south[0] + 1.5, west_south[1] + 1) if dice.random() < 0.1 else (),
        within=(104, 29, 108, 28.5, 107, 31.5) if dice.random() < 0.1 else (),
    )


def plain(chosen: Filter) -> dict[str, Any]:
    found = {name: sorted(getattr(chosen, field)) for name, field in LISTS.items()}
    shapes = {name: list(getattr(chosen, name)) for name in SHAPES}
    return {**found, **shapes, "q": chosen.query}


@pytest.mark.browser
def test_same_filter_in_the_browser(kit: Any, atlas: Atlas) -> None:
    dice = random.Random(4)
    chosen = [some(atlas, dice) for _ in range(500)]
    found = kit.evaluate(
        "list => list.map(c => { const f = AtlasKit.applyFilter(model, c);"
        " return f.ids.map((id, i) => [id, f.statuses[i]]); })",
        [plain(c) for c in chosen],
    )
    sizes = set()
    for one, there in zip(chosen, found, strict=True):
        left = filters.apply(atlas, one)
        assert dict(map(tuple, there)) == {k: s.value for k, s in left.statuses.items()}, one
        sizes.add(len(left))
    assert len(sizes) > 20


@pytest.mark.browser
def test_every_choice_says_how_many_it_leaves(kit: Any, atlas: Atlas) -> None:
    dice = random.Random(9)
    for _ in range(6):
        chosen = some(atlas, dice)
        counts = kit.evaluate(
            "c => { const n = AtlasKit.facetCounts(model, c); return Object.fromEntries("
            "Object.keys(n).filter(k => k !== 'total').map(k => [k, [...n[k]]])); }",
            plain(chosen),
        )
        for name, field in LISTS.items():
            codes: list[Any] = {
                "plan": [p.id for p in atlas.plans],
                "status": list(Status),
                "region": [r.id for r in atlas.regions],
                "mode": list(Mode),
                "place": ["500000", "510500", "511500", "500110", *GRAZED],
                "year": [filters.NO_YEAR, 2019, 2020, 2023],
                "finding": list(FindingKind),
                "current": list(CurrentStatus),
                "verdict": list(Verdict),
                "precision": list(Precision),
            }[name]
            said = dict(counts[name])
            for code in codes:
                alone = Filter(**{**chosen.__dict__, field: frozenset({code})})
                assert said.get(code, 0) == len(filters.apply(atlas, alone)), (chosen, code)


@pytest.mark.browser
def test_address_there_and_back(kit: Any, atlas: Atlas) -> None:
    asked = "?lang=en&tab=charts&plan=shuangcheng-2020&status=start,research&region=wandakai"
    asked += "&mode=rail&place=510500&year=0,2019&finding=back,complete_slip&q=%E6%B8%9D"
    asked += "&project=yukun-hsr&at=29.5,105.5,9"
    state_, again = kit.evaluate(
        "q => { const p = model.payload, s = { ...AtlasKit.defaultState(p),"
        " ...AtlasKit.readAddress(p, q, 'explorer').values };"
        " return [s, AtlasKit.writeAddress(p, s, '')]; }",
        asked,
    )
    read = from_query(again, atlas)
    assert read == from_query(asked, atlas)
    assert read.chosen == Filter(
        plans=frozenset({"shuangcheng-2020"}),
        statuses=frozenset({Status.START, Status.RESEARCH}),
        regions=frozenset({"wandakai"}),
        modes=frozenset({Mode.RAIL}),
        places=frozenset({"510500"}),
        years=frozenset({0, 2019}),
        findings=frozenset({FindingKind.BACK, FindingKind.COMPLETE_SLIP}),
        query="渝",
    )
    assert (read.lang, read.project, read.viewport) == ("en", "yukun-hsr", (29.5, 105.5, 9))
    assert state_["tab"] == "charts"


#: A value other than the default for every key that an address may hold.
OTHER = {
    "lang": "en",
    "tab": "compare",
    "view": "plan",
    "plan": "shuangcheng-2020",
    "status": "start",
    "region": "wandakai",
    "mode": "all",
    "place": "510500",
    "near": "105.5,29.5,20",
    "box": "105,29,106,30",
    "within": "105,29,106,29,105.5,30",
    "year": "2019",
    "finding": "start_slip",
    "current": "open",
    "verdict": "late",
    "precision": "none",
    "on": "2021",
    "change": "back",
    "q": "yk",
    "project": "yukun-hsr",
    "at": "29.5,105.5,9",
    "from": "all",
    "to": "chuannan-2018",
    "maps": "swipe",
    "theme": "dark",
    "rail": "off",
    "road": "on",
    "band": "on",
    "names": "off",
}


@pytest.mark.browser
def test_browser_and_server_know_the_same_keys(kit: Any, atlas: Atlas) -> None:
    assert set(kit.evaluate("Object.keys(AtlasKit.defaultState(model.payload))")) == set(OTHER)
    for key, value in OTHER.items():
        asked = f"?{key}={value}"
        # Only what differs from the default is written, and it is read back; beside a filter how
        # the map is drawn: a filter by facts draws them.
        view = "now" if address.KEYS[key].newer else "plan"
        written = f"?view={view}&{asked[1:]}" if address.KEYS[key].field else asked
        assert kit.evaluate(ROUND, asked) == [written, []]
        assert kit.evaluate(ROUND, f"?{key}=")[0] == ""
        heard = from_query(asked, atlas) != from_query("", atlas)
        assert heard is (not address.KEYS[key].drawn), key
    for bad in ("rail=maybe", "road=1", "band=true", "names=no", "theme=pink", "tab=__proto__"):
        assert kit.evaluate(ROUND, f"?{bad}") == ["", [bad]]
        assert from_query(bad, atlas) == from_query("", atlas)
    assert kit.evaluate(ROUND, "?theme=auto&rail=on&road=off&band=off&names=on") == ["", []]


@pytest.mark.browser
def test_the_page_compares_plans_as_the_rule_does(kit: Any, atlas: Atlas) -> None:
    ids = [plan.id for plan in atlas.plans]
    every = plain(Filter.everything())

    def shown(kind: str, to: str) -> dict[str, str]:
        found: dict[str, str] = kit.evaluate(
            "([c, a, b]) => Object.fromEntries([...AtlasKit.listChanges(model, c, a, b)]"
            ".map(([id, x]) => [id, x.kind]))",
            [every, kind, to],
        )
        return found

    told = {p.id: [p.statuses.get(plan) for plan in ids] for p in atlas.projects}
    assert shown("all", ids[0]) == {k: steps.in_turn(v) for k, v in told.items()}
    for b, to in enumerate(ids):
        wanted = {k: steps.since_earlier(v, b) for k, v in told.items()}
        assert shown("earlier", to) == {k: v for k, v in wanted.items() if v}
        for a, start in enumerate(ids):
            pair = {k: steps.between(v, a, b) for k, v in told.items()}
            assert shown(start, to) == {k: v for k, v in pair.items() if v}


@pytest.mark.browser
def test_the_page_compares_whatever_it_is_asked_as_python_does(kit: Any, atlas: Atlas) -> None:
    every = Filter.everything()
    sides = ["earlier", "all", *(plan.id for plan in atlas.plans), "2019", "2022", "2026"]
    asked = [(a, b) for a in sides for b in sides[2:]]
    found = kit.evaluate(
        "([c, all]) => all.map(([a, b]) => [...AtlasKit.listChanges(model, c, a, b)]"
        ".map(([id, x]) => [id, x.kind, x.before, x.after]).sort())",
        [plain(every), asked],
    )
    for (start, end), rows in zip(asked, found, strict=True):
        wanted = compare(atlas, every, Comparing(start, end))
        assert rows == sorted([r.project.id, r.kind, r.before, r.after] for r in wanted), (
            start,
            end,
        )


ROUND = (
    "q => { const p = model.payload, r = AtlasKit.readAddress(p, q, 'explorer');"
    " const s = { ...AtlasKit.defaultState(p), ...r.values };"
    " return [AtlasKit.writeAddress(p, s, ''), r.ignored]; }"
)


def test_bad_addresses_are_ignored(atlas: Atlas) -> None:
    read = from_query("?plan=x&mode=all&status=&year=a,99999&at=1,2&lang=fr&q=" + "a" * 99, atlas)
    assert read == Asked(chosen=Filter(modes=frozenset(), query="a" * 80), lang="zh", view="plan")
    assert from_query("", atlas).chosen == Filter()
    assert json.dumps(component.more(atlas))
