"""From the places that a name holds to the route of a record that is only proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from geo.boundaries import load_counties, load_prefectures
from geo.gazetteer import Gazetteer
from geo.geocode import locate
from geo.rivers import load_rivers
from registry.errors import AtlasError
from registry.geometry import Basis, PlaceKind
from registry.land.extent import load_land
from registry.land.placenames import short
from registry.models import AreaRoute, LineRoute, NoRoute, PlaceRoute, Reach, RiverRoute, Route
from registry.naming import visible
from registry.paths import DEFAULT, Paths
from registry.tables import Place
from registry.vocab import Mode

#: What a short name may stand for, in this order: itself, a city, a county, a town, a station.
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("", "地名录原名", "the name itself"),
    ("市", "市府所在地", "the city's seat"),
    ("区", "区府所在地", "the district's seat"),
    ("县", "县府所在地", "the county's seat"),
    ("镇", "集镇", "the town"),
    ("站", "车站", "the station"),
)
#: After the name of a place these make the name of something else: 金沙 is a county, 金沙江 none.
_WATERS = frozenset("江河湖海水")


@dataclass(frozen=True)
class Step:
    """A word of the phrase, the place it was taken for, and why (Chinese, English)."""

    word: str
    place: Place
    why: tuple[str, str]


def resolve(word: str, gazetteer: Gazetteer, paths: Paths = DEFAULT) -> Step:
    """The one place that ``word`` stands for; those in the land of the data folder come first.

    Raises
    ------
    AtlasError
        When it stands for none, or for several.
    """
    tries = [(gazetteer.candidates(word + end), (zh, en)) for end, zh, en in _ENDINGS]
    if "@" not in word:
        # A bare 安岳 in the gazetteer is a foreign village as easily as the county meant.
        own = [p for p in tries[0][0] if p.kind is not PlaceKind.TOWN or len(word) > 2]
        tries[0] = (own, tries[0][1])
    tries.append((gazetteer.seats(word), ("驻地", "the seat")))
    home = load_land(paths).provinces
    for found, why in tries:
        near = [place for place in found if place.adcode.startswith(home)] or found
        if len(near) == 1:
            return Step(word, near[0], why)
        if near:
            listed = ", ".join(p.ref for p in near)
            raise AtlasError(
                word,
                zh=f"有 {len(near)} 处：{listed}，请写明其一",
                en=f"stands for {len(near)} places: {listed}; name one of them",
            )
    gazetteer.find(word, where=word)
    # What is left is a far village that happens to be called so.
    [place] = gazetteer.candidates(word)
    raise AtlasError(
        word,
        zh=f"地名录中只有同名的乡镇 {place.ref}，是它就请照此写明",
        en=f"only a town of that name is known; write {place.ref} if it is meant",
    )


def route_through(
    refs: Sequence[str], river: str | None = None, note: str | None = None
) -> LineRoute | PlaceRoute | RiverRoute:
    """The route through places that a plan names, one at least; along ``river`` two at least."""
    if river:
        reach = Reach.model_validate({"river": river, "from": refs[0], "to": refs[-1]})
        return RiverRoute(kind="river", reaches=[reach], basis=Basis.PLAN, note=note)
    if len(refs) == 1:
        return PlaceRoute(kind="place", places=list(refs), basis=Basis.PLAN, note=note)
    return LineRoute(kind="line", stops=list(refs), basis=Basis.PLAN, note=note)


@lru_cache(maxsize=4)
def _units(paths: Paths) -> dict[str, set[str]]:
    """The codes of the land's prefectures and counties by their names, full and short.

    A prefecture's code is cut to the digits with which those of its counties begin.
    """
    found: dict[str, set[str]] = {}
    for table in (load_prefectures(paths), load_counties(paths)):
        for code, name in zip(table["adcode"], table["name"], strict=True):
            begins = str(code)
            while begins.endswith("00"):
                begins = begins[:-2]
            for called in {str(name), short(str(name))}:
                found.setdefault(called, set()).add(begins)
    return found


def _area(name: str, paths: Paths) -> AreaRoute | None:
    """The unit that ``name`` begins with, if it begins with one."""
    units = _units(paths)
    for size in range(min(len(name) - 1, max(map(len, units), default=0)), 1, -1):
        codes = units.get(name[:size], set())
        if not codes or name[size] in _WATERS:
            continue
        # A county that is called like its prefecture lies in it.
        widest = min(codes, key=len)
        if all(code.startswith(widest) for code in codes):
            return AreaRoute(
                kind="area",
                adcodes=[widest],
                basis=Basis.PLAN,
                note=visible(f"只知在{name[:size]}境内"),
            )
    return None


def _through(
    stops: Sequence[str], name: str, gazetteer: Gazetteer, paths: Paths, note: str
) -> Route:
    refs, lost = [], []
    for stop in stops:
        try:
            place = resolve(stop, gazetteer, paths).place
            refs.append(place.name if len(gazetteer.candidates(place.name)) == 1 else place.ref)
        except AtlasError as error:
            lost.append(f"“{stop}”{error.zh}")
    refs = [ref for at, ref in enumerate(refs) if not at or ref != refs[at - 1]]
    # A record takes no character that cannot be seen, and a text may be full of them.
    said = visible("；".join([*([note] if note else []), *lost]))
    if len(refs) < 2:
        return NoRoute(kind="none", reason=said or "两端是同一处")
    river = next((one for one in load_rivers(paths) if name.startswith(one)), None)
    return route_through(refs, river, said or None)


def route_of(
    stops: Sequence[str],
    name: str,
    mode: Mode,
    gazetteer: Gazetteer,
    paths: Paths = DEFAULT,
    *,
    note: str = "",
) -> Route:
    """The route of a proposed record, which the geocoder is sure to draw.

    Parameters
    ----------
    stops : sequence of str
        The places that the name holds, in order; stops that are no place here are left out and
        named in the route's note.
    name : str
        The project's name. Where it holds no stops, the unit that it begins with is its area.
    note : str
        What else is to be said of the route, in Chinese.
    """
    note = visible(note)
    found: Route | None = _through(stops, name, gazetteer, paths, note) if stops else None
    if not stops:
        found = _area(name, paths)
    if found is None:
        return NoRoute(kind="none", reason=note or "计划只给了名称，没有说在哪里")
    try:
        locate(found, mode, gazetteer, where=name, paths=paths)
    except AtlasError as error:
        # Such as a place that is not on the river.
        said = visible("；".join(filter(None, (note, f"{error.where}：{error.zh}"))))
        return NoRoute(kind="none", reason=said)
    return found
