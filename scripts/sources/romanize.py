"""English names of administrative units: pinyin, the established forms, the right word for kind."""

from __future__ import annotations

import re
from functools import reduce

from pypinyin import Style, lazy_pinyin, load_phrases_dict, load_single_dict

from plans.matching.romanize import with_syllable

# Readings of place names that the general dictionary gets wrong, by character and by name.
_CHARACTERS = {"都": "dū", "长": "cháng", "藏": "zàng"}
_READINGS = {
    "什邡": "shí fāng",
    "筠连": "jūn lián",
    "荥经": "yíng jīng",
    "宕昌": "tàn chāng",
    "曾都": "zēng dū",
    "崆峒": "kōng tóng",
    "民乐": "mín lè",
    "覃塘": "qín táng",
    "龙圩": "lóng xū",
}

# Units whose English name is not their pinyin.
_ESTABLISHED = {
    "四川省": "Sichuan",
    "重庆市": "Chongqing",
    "贵州省": "Guizhou",
    "云南省": "Yunnan",
    "西藏自治区": "Tibet (Xizang)",
    "内蒙古自治区": "Inner Mongolia",
    "宁夏回族自治区": "Ningxia",
    "新疆维吾尔自治区": "Xinjiang",
    "香港特别行政区": "Hong Kong",
    "澳门特别行政区": "Macao",
    "呼和浩特市": "Hohhot",
    "鄂尔多斯市": "Ordos",
    "呼伦贝尔市": "Hulunbuir",
    "乌兰察布市": "Ulanqab",
    "巴彦淖尔市": "Bayannur",
    "锡林浩特市": "Xilinhot",
    "锡林郭勒盟": "Xilingol League",
    "哈尔滨市": "Harbin",
    "齐齐哈尔市": "Qiqihar",
    "乌鲁木齐市": "Urumqi",
    "克拉玛依市": "Karamay",
    "吐鲁番市": "Turpan",
    "喀什地区": "Kashgar Prefecture",
    "喀什市": "Kashgar",
    "和田地区": "Hotan Prefecture",
    "阿克苏地区": "Aksu Prefecture",
    "伊犁哈萨克自治州": "Ili",
    "陕西省": "Shaanxi",
    "甘肃省": "Gansu",
    "青海省": "Qinghai",
    "湖北省": "Hubei",
    "湖南省": "Hunan",
    "广西壮族自治区": "Guangxi",
    "阿坝藏族羌族自治州": "Ngawa",
    "甘孜藏族自治州": "Garze",
    "凉山彝族自治州": "Liangshan",
    "阿坝县": "Ngawa County",
    "甘孜县": "Garze County",
    "马尔康市": "Barkam",
    "若尔盖县": "Zoige County",
    "东区": "Dongqu District",
    "西区": "Xiqu District",
    "拉萨市": "Lhasa",
    "日喀则市": "Shigatse",
    "昌都市": "Chamdo",
    "林芝市": "Nyingchi",
    "山南市": "Shannan",
    "那曲市": "Nagqu",
    "阿里地区": "Ngari",
    "西双版纳傣族自治州": "Xishuangbanna",
    "德宏傣族景颇族自治州": "Dehong",
    "迪庆藏族自治州": "Dêqên",
    "香格里拉市": "Shangri-La",
    "格尔木市": "Golmud",
    "芒市": "Mangshi",
    "神农架林区": "Shennongjia Forestry District",
}

# Peoples that name autonomous units, longest first where one begins another.
_PEOPLES = {
    "各族": "Various Nationalities",
    "维吾尔族": "Uyghur",
    "柯尔克孜族": "Kyrgyz",
    "朝鲜族": "Korean",
    "满族": "Manchu",
    "达斡尔族": "Daur",
    "鄂伦春族": "Oroqen",
    "鄂温克族": "Evenki",
    "锡伯族": "Xibe",
    "塔吉克族": "Tajik",
    "黎族": "Li",
    "畲族": "She",
    "土家族": "Tujia",
    "苗族": "Miao",
    "羌族": "Qiang",
    "彝族": "Yi",
    "藏族": "Tibetan",
    "蒙古族": "Mongol",
    "哈萨克族": "Kazakh",
    "回族": "Hui",
    "土族": "Tu",
    "撒拉族": "Salar",
    "裕固族": "Yugur",
    "保安族": "Bonan",
    "东乡族": "Dongxiang",
    "布依族": "Buyei",
    "侗族": "Dong",
    "水族": "Sui",
    "瑶族": "Yao",
    "仡佬族": "Gelao",
    "仫佬族": "Mulao",
    "毛南族": "Maonan",
    "壮族": "Zhuang",
    "白族": "Bai",
    "傣族": "Dai",
    "哈尼族": "Hani",
    "傈僳族": "Lisu",
    "拉祜族": "Lahu",
    "佤族": "Va",
    "布朗族": "Blang",
    "纳西族": "Naxi",
    "景颇族": "Jingpo",
    "普米族": "Pumi",
    "怒族": "Nu",
    "独龙族": "Derung",
}

_PEOPLE = re.compile("|".join(sorted(_PEOPLES, key=len, reverse=True)))
_KINDS = (
    ("自治县", "Autonomous County"),
    ("自治州", "Autonomous Prefecture"),
    ("自治旗", "Autonomous Banner"),
    ("地区", "Prefecture"),
    ("林区", "Forestry District"),
    ("省", ""),
    ("盟", "League"),
    ("特区", "Special District"),
    ("新区", "New Area"),
    ("区", "District"),
    ("县", "County"),
    ("旗", "Banner"),
    ("市", ""),
    ("州", "Prefecture"),
)

load_single_dict({ord(character): reading for character, reading in _CHARACTERS.items()})
load_phrases_dict({name: [[s] for s in reading.split()] for name, reading in _READINGS.items()})


def pinyin(name: str) -> str:
    """``name`` in pinyin without tones, written together: 安岳 -> Anyue, 西安 -> Xi'an."""
    word = reduce(with_syllable, lazy_pinyin(name, style=Style.NORMAL, v_to_u=True), "")
    return word[:1].upper() + word[1:]


def english(name: str) -> str:
    """English name of an administrative unit.

    >>> english("安岳县"), english("泸州市"), english("北川羌族自治县")
    ('Anyue County', 'Luzhou', 'Beichuan Qiang Autonomous County')
    """
    if name in _ESTABLISHED:
        return _ESTABLISHED[name]
    for ending, word in _KINDS:
        stem = name.removesuffix(ending)
        if stem != name and stem:
            peoples: list[str] = []
            if ending.startswith("自治"):
                matches = _PEOPLE.finditer(stem)
                first = next(matches, None)
                if first is not None:
                    peoples = [_PEOPLES[first.group()], *(_PEOPLES[m.group()] for m in matches)]
                    stem = stem[: first.start()]
            middle = " and ".join(
                [", ".join(peoples[:-1]), peoples[-1]] if peoples[1:] else peoples
            )
            return " ".join(part for part in (pinyin(stem), middle, word) if part)
    return pinyin(name)
