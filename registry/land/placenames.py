"""The short form of a place's name: 恩施土家族苗族自治州 is 恩施, 宜昌市 is 宜昌."""

from __future__ import annotations

import re

_NATIONS = re.compile(
    r"((?<!内)蒙古族?|回族?|藏族?|维吾尔族?|苗族?|彝族?|壮族?|布依族?|朝鲜族?|满族?|侗族?|瑶族?|白族?|土家族?|哈尼族?|哈萨克族?|傣族?"
    r"|黎族?|傈僳族?|佤族?|畲族?|拉祜族?|水族|东乡族?|纳西族?|景颇族?|柯尔克孜族?|土族|达斡尔族?|仫佬族?|羌族?|布朗族?|撒拉族?"
    r"|毛南族?|仡佬族?|锡伯族?|普米族?|塔吉克族?|怒族|独龙族?|鄂温克族?|鄂伦春族?|裕固族?|保安族?|各族)+(自治[区州县旗]|联合自治)"
)
_UNIT = re.compile(
    r"(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|街道|[省市区县旗盟镇乡州])$"
)


def short(name: str) -> str:
    """``name`` without nation and unit; two characters stay.

    >>> short("恩施土家族苗族自治州"), short("宜昌市"), short("渠县")
    ('恩施', '宜昌', '渠县')
    """
    bare = _NATIONS.sub("", name)
    if bare == name:
        bare = _UNIT.sub("", name)
    return bare if len(bare) > 1 else name


def map_name(name: str) -> str:
    """``name`` of a prefecture as a map has it: a people's prefecture keeps 州, a city not 市.

    >>> map_name("阿坝藏族羌族自治州"), map_name("泸州市"), map_name("大兴安岭地区")
    ('阿坝州', '泸州', '大兴安岭')
    """
    bare = short(name)
    return bare + "州" if name.endswith("自治州") and bare != name else bare
