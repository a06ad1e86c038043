"""What each word is in its place: every rule with what it holds for and what it leaves alone."""

from __future__ import annotations

import pytest

from plans.reading.lexical.lexicon import lexicon
from plans.reading.lexical.tokenizer import Tokenizer
from plans.reading.lexical.tokens import Use
from plans.reading.lexical.uses import uses

CUT = Tokenizer(lexicon()).cut
#: What stands for a use in the table.
CODES = {
    **{Use.PROPER: "p", Use.TIE: "t", Use.VIA: "v", Use.HEAD: "h", Use.PART: "pt"},
    **{Use.ENDING: "e", Use.SECTION: "s", Use.PHASE: "ph", Use.WORKS: "w", Use.UPGRADE: "u"},
    **{Use.BRACKET: "b", Use.GENERIC: "g", Use.OF: "o", Use.SEPARATOR: "sep", Use.ETC: "etc"},
    **{Use.VERB: "vb", Use.NOT_FACILITY: "nf", Use.TIME: "tm", Use.BOUNDARY: "bd", Use.MARK: "m"},
}


@pytest.mark.parametrize(
    "said",
    [
        # Verbs that are names of places.
        "云/p 泽/p 至/t 建设/p 公路/h",
        "云/p 泽/p —/t 建设/p 公路/h",
        "云/p 泽/p —/t 建设/vb 云/p 青/p 公路/h",
        "云/p 泽/p —/t 建设/p 段/s",
        "云/p 泽/p —/t 建设/p 、/sep 青/p 岚/p 铁路/h",
        "云/p 泽/p —/t 建设/p 至/t 青/p 岚/p 铁路/h",
        "建设/p 至/t 青/p 岚/p 公路/h",
        "开平/p 至/t 青/p 岚/p 公路/h",
        "云/p 泽/p 、/sep 建设/p 至/t 青/p 岚/p 公路/h",
        "云/p 泽/p 至/t 河/p 湾/p 、/sep 建设/p 至/t 青/p 岚/p 公路/h",
        "云/p 泽/p 至/t 河/p 湾/p (新)/b 、/sep 建设/p 至/t 青/p 岚/p 公路/h",
        "云/p 泽/p 机场/h 至/t 河/p 湾/p 机场/h 、/sep 建设/p 至/t 青/p 岚/p 公路/h",
        # Areas that a line begins or ends at.
        "太阳/p 山/p 开发区/p 至/t 彭阳/p 段/s",
        "太阳/p 山/p 开发区/nf 高速公路/h",
        "云/p 泽/p 至/t 太阳/p 山/p 开发区/p 高速公路/h",
        "云/p 泽/p 至/t 太阳/p 山/p 开发区/p 段/s",
        "云/p 泽/p 至/t 太阳/p 山/p 开发区/p 、/sep 青/p 岚/p 高速公路/h",
        "云/p 泽/p 开发区/p 联络线/pt",
        "开发区/nf 至/bd 彭阳/p 段/s",
        "云/p 泽/p 至/t 青/p 岚/p 机场/h 太阳/p 山/p 开发区/nf 段/s",
        # One character of a name that parts names elsewhere.
        "布/p 伦/p 口/p 至/t 红/p 其/p 拉/p 甫/p 段/s",
        "红/p 其/p 拉/p 甫/p 机场/h",
        "云/p 其/p 青/p 岚/p",
        "加快/vb 其/bd 青/p 岚/p 铁路/h",
        "、/sep 将/p 淖/p 铁路/h",
        "推进/vb 、/sep 其/bd 铁路/h",
        "哇/p 让/p 抽水蓄能电站/h",
        "哇/p 在/bd 抽水蓄能电站/h",
        "和/p 若/p 铁路/h",
        "云/p 泽/p 铁路/h 和/p 若/p 铁路/h",
        "云/p 泽/p 铁路/h 和/sep 若/p 青/p 铁路/h",
        "云/p 泽/p 铁路/h 、/sep 和/p 若/p 青/p 机场/h",
        # Nouns that are verbs elsewhere.
        "“/p 十四五/bd ”/p 规划/vb 云/p 青/p 铁路/h",
        "纳入十四五规划/vb",
        "2025年/tm 规划/vb 云/p 青/p 铁路/h",
        "提升/vb 通航/bd 能力/bd",
        "通航/bd 500吨级/g 船舶/bd",
        "通航/vb 云/p 青/p",
        "蓝线/pt 建设/bd 计划/vb",
        "云/p 青/p 铁路/h 建设/bd 能力/bd",
        "建设/vb 能力/bd",
        # What leads from a place to its facility, or on to the end of works.
        "云/p 泽/p 申建/o 综合保税区/h",
        "云/p 泽/p 申建/vb 河/p 湾/p 保税区/h",
        "申建/vb 综合保税区/h",
        "G9/p 衔接/p S99/p",
        "G9/p 衔接/vb 青/p 岚/p",
        "国道5号/p 衔接/p 苏/p 花/p 改/p 公路/h 改善/u 计划/w",
        "云/p 青/p 铁路/h 引入/p 北京/p 北站/h 工程/w",
        "云/p 青/p 铁路/h 引入/vb 北京/p 北站/h",
        "云/p 青/p 铁路/h 增设/p 青/p 岚/p 交流道/h",
        "云/p 青/p 铁路/h 增设/vb 青/p 岚/p 车站/h",
        "云/p 青/p 铁路/h 延伸至/p 青/p 岚/p 扩建/u 工程/w",
        "引入/vb 北京/p 北站/h 工程/w",
        # 建设 that is of a name.
        "三级/p 航道/h 建设/w 工程/w",
        "云/p 泽/p 港/e 建设/w 工程/w",
        "云/p 青/p 铁路/h 建设/vb 工程/w",
        "云/p 青/p 铁路/h 建设/w 一期/ph",
        "云/p 青/p 铁路/h 建设/vb 河/p 湾/p",
        "云/p 青/p 铁路/h 建设/vb",
        "台86线/p 向东/p 延伸至/p 台3线/p 工程/w",
        "云/p 青/p 向东/bd 延伸至/vb 青/p 岚/p",
        # Words that are of a name among its parts.
        "南宁/p 国际机场/h",
        "南宁/p 机场/h 国际/g 枢纽/pt",
        "南宁/p 国际/bd 合作/vb",
        "机场/h 国际机场/h",
        "等/etc 国际机场/h",
        "捷运/h 红线/pt",
        "地铁/h 红线/nf",
        "生态/bd 红线/nf",
        "遵义/p 城区/g 段/s 线路/p 外/p 迁/p 工程/w",
        "遵义/p 城区/g 段/s 线路/nf",
        "遵义/p 城区/g 线路/nf 外/p 迁/p 工程/w",
        "冈/p 山路/p 竹/p",
        "冈/p 山路/nf 、/sep 竹/p",
        # Ties and dashes.
        "云/p 泽/p 经/v 青/p 岚/p 至/t 河/p 湾/p 铁路/h",
        "经/bd 青/p 岚/p 至/t 河/p 湾/p 铁路/h",
        "云/p 泽/p 至/t 至/bd 青/p 岚/p",
        "快速/g 至/bd 青/p 岚/p",
        "云/p 青/p 高铁/h —/m —/m 全线贯通/vb",
        "云/p 青/p —/t —/t 青/p 岚/p 高铁/h",
        "云/p 青/p 高铁/h —/t 青/p 岚/p",
        "—/m —/m 云/p 青/p 高铁/h",
        "云/p 泽/p 至/bd ,/m 青/p 岚/p",
        "至/bd 青/p 岚/p 铁路/h",
        # 干线, 和 and endings.
        "长江/p 干线/g 云/p 泽/p 段/s",
        "云/p 泽/p 干线公路/h",
        "云/p 泽/p 干线/pt",
        "干线公路/h",
        "G4222/p 和/p 襄/p 高速/h",
        "G4222/p 和/sep 襄阳/p 高速/h",
        "G4222/p 和/sep 襄/p 机场/h",
        "、/sep 和/p 若/p 铁路/h",
        "云/p 泽/p 港/e",
        "港/p 云/p 泽/p",
        "(新)/b 港/e",
        "大兴/p 机场/h 线/e",
        "大兴/p 机场/h 港/p",
        "云/p 泽/p 港/e 线/e",
        # 的, and facilities that are none.
        "云/p 泽/p 的/o 铁路/h",
        "云/p 泽/p 的/bd 铁路/h 方案/bd",
        "云/p 泽/p 的/bd 青/p 岚/p 铁路/h",
        "加快/vb 的/bd 铁路/h",
        "快速铁路/nf 网/p",
        "云/p 青/p 高铁/nf 总里程/bd",
        "云/p 青/p 高铁/nf 局/p",
        "至/bd 大桥/h 铁路/h",
        "云/p 泽/p 至/t 大桥/p 公路/h",
        "云/p 泽/p 大桥/h 公路/h",
        # Upgrades that close a name.
        "石/p 川/p 河/p 综合治理/h 提速/vb",
        "云/p 青/p 铁路/h 提速/u",
        "云/p 青/p 铁路/h 整治/u 提速/vb",
        "云/p 青/p (一期)/b 扩能/u",
        "云/p 青/p 扩建/vb 航站楼/pt 工程/w",
        "云/p 青/p 扩能/u",
        "云/p 青/p 扩能/u 、/sep 河/p 湾/p",
        "云/p 青/p 扩能/u 等/etc",
        "云/p 青/p 扩能/vb 河/p 湾/p",
        "云/p 青/p 扩能/vb ,/m 建成/vb",
        "首都/p 机场/h 东区/p 扩建/u ,/m 建成/vb",
        "甲/p 至/t 乙/p 改扩建/u ,/m 建成/vb",
        "首都/p 机场/h 扩建/u ,/m 建成/vb",
        "G30/p 扩容/u 河/p 湾/p",
        "云/p 泽/p 水系/p 治理/h 河/p 湾/p",
        "云/p 泽/p 流域/p 整治/u 河/p 湾/p",
        "集/p 通/p 扩能/u 公主/p 埂/p 至/t 蒙/p 根/p 塔/p 拉/p 段/s",
        "集/p 通/p 扩能/vb 段/s",
        "集/p 通/p 扩能/vb 公主/p 埂/p 铁路/h",
        "管道/h 增输改造/u 河/p 湾/p",
        "管道/h 增/p 输入/p 改造/vb 河/p 湾/p",
        "管道/h 增/p 输入/p 云/p 改造/vb 河/p 湾/p",
        "管道/h 改造/u 河/p 湾/p",
        "云/p 青/p 增输改造/u 河/p 湾/p",
        # Works and phases that close a name.
        "河/p 湾/p 机场/h 迁建/w 开工/vb",
        "河/p 湾/p 机场/h 迁建/w 2025年/tm",
        "云/p 泽/p 铁路/h 地下化/u 计划/w 预计/vb 2030年/tm 完成/vb",
        "云/p 泽/p 铁路/h 地下化/u 计划/vb 完成投资/vb",
        "云/p 泽/p 铁路/h 计划/w",
        "里/p 港/e 延伸/pt 新/p 威/p 计划/w 可行性研究/vb",
        "云/p 泽/p 铁路/h 工程/w 开工/vb",
        "一期/ph 云/p 青/p",
        "云/p 泽/p 一期/ph",
        "云/p 泽/p 水库/h (新)/b 二期/ph",
    ],
)
def test_what_every_word_is(said: str) -> None:
    words = [word.rsplit("/", 1) for word in said.split()]
    found = CUT("".join(text for text, _ in words))
    assert " ".join(f"{t.text}/{CODES[u]}" for t, u in zip(found, uses(found), strict=True)) == said
