"""The closed list of Chinese places that the reader knows: units, former names, towns, rivers.

It helps to see where a name begins (延长至黄岭 begins with a county, not with a verb) and which
names are places; it holds no project, and a name it does not know is read all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plans.reading.lexical.files import places

_NATIONS = re.compile(
    r"((?<!内)蒙古族?|回族?|藏族?|维吾尔族?|苗族?|彝族?|壮族?|布依族?|朝鲜族?|满族?|侗族?|瑶族?|白族?|土家族?|哈尼族?|哈萨克族?|傣族?"
    r"|黎族?|傈僳族?|佤族?|畲族?|拉祜族?|水族|东乡族?|纳西族?|景颇族?|柯尔克孜族?|土族|达斡尔族?|仫佬族?|羌族?|布朗族?|撒拉族?"
    r"|毛南族?|仡佬族?|锡伯族?|普米族?|塔吉克族?|怒族|独龙族?|鄂温克族?|鄂伦春族?|裕固族?|保安族?|各族)+(自治[区州县旗]|联合自治)"
)
_UNIT = re.compile(
    r"(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|街道|[省市区县旗盟镇乡州])$"
)


def short(name: str) -> str:
    """``name`` without nation and unit: 恩施土家族苗族自治州 is 恩施; two characters stay."""
    bare = _NATIONS.sub("", name)
    if bare == name:
        bare = _UNIT.sub("", name)
    return bare if len(bare) > 1 else name


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
    for place, adcode in places():
        for name in (place, short(place)):
            found.setdefault(name, {})[adcode] = None
    return Gazetteer({name: tuple(codes) for name, codes in found.items()})
