"""The closed list of Chinese places that the reader knows: units, former names, towns, rivers.

It helps to see where a name begins (延长至黄岭 begins with a county, not with a verb) and which
names are places; it holds no project, and a name it does not know is read all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from plans.reading.lexical.files import places
from registry.land.placenames import short


@dataclass(frozen=True)
class Gazetteer:
    """``adcodes``: each name, full and short, to the codes it stands for ("" for a town)."""

    adcodes: dict[str, tuple[str, ...]]

    def __contains__(self, name: str) -> bool:
        """Whether ``name`` is of a place, in full or short."""
        return name in self.adcodes

    def within(self, name: str, region: tuple[str, ...]) -> tuple[str, ...]:
        """The codes of ``name``, those inside ``region`` (adcode prefixes) if any are."""
        codes = self.adcodes.get(name, ())
        inside = tuple(c for c in codes if any(c.startswith(prefix) for prefix in region))
        return inside or codes


@cache
def gazetteer() -> Gazetteer:
    """The shipped list."""
    found: dict[str, dict[str, None]] = {}
    for place, _, adcode in places():
        for name in (place, short(place)):
            found.setdefault(name, {})[adcode] = None
    return Gazetteer({name: tuple(codes) for name, codes in found.items()})
