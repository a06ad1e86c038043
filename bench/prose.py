"""Plan text of any size, made by script: varied, the same at every run, no sentence twice.

Its projects are invented between real counties, so that names, routes and places are as many and
as different as the text is long; nothing that remembers what it has seen gains from copies.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from plans.reading.lexical.files import places
from registry.land.placenames import short

#: Starts the generator: the same text at every run.
SEED = 13
#: What a list of names ends with, and how many places each of its names holds.
_LINES = (
    "高速公路", "高速铁路", "铁路", "城际铁路", "快速路", "天然气管道", "输气管道", "公路",
    "成品油管道", "引水工程", "输变电工程",
)  # fmt: skip
_SITES = (
    "机场", "港", "水库", "抽水蓄能电站", "综合保税区", "物流园", "国家物流枢纽", "船闸",
    "航电枢纽", "灌区", "变电站", "客运枢纽", "作业区", "储气库", "长江大桥", "隧道",
)  # fmt: skip
_WORKS = ("", "", "", "扩能改造", "一期", "二期", "改扩建", "复线", "电气化改造", "扩容")
_BEGIN = (
    "开工建设", "加快建设", "续建", "推进", "规划研究", "建成", "实施", "启动", "积极推进",
    "加快推进", "力争开工", "确保建成", "深化", "统筹推进", "有序推进", "研究论证",
)  # fmt: skip
_END = (
    "建设",
    "前期工作",
    "规划建设",
    "项目前期论证",
    "开工",
    "等项目建设",
    "等重大工程",
    "建成投用",
)
_LATER = (
    "力争年内开工",
    "加快推进前期工作",
    "按期建成投用",
    "抓紧开展可行性研究",
    "已全面开工建设",
)
_AIMS = (
    "综合交通网络", "能源保障体系", "水资源配置格局", "现代物流体系", "对外开放通道",
    "区域协调发展", "公共服务水平", "产业转型升级", "生态环境质量", "城乡融合发展",
    "科技创新能力", "防灾减灾能力",
)  # fmt: skip
_DOING = (
    "进一步完善",
    "持续提升",
    "着力优化",
    "不断增强",
    "全面改善",
    "加快构建",
    "统筹推进",
    "有效巩固",
)
_WHO = (
    "各级各部门",
    "沿线市县",
    "有关企业",
    "行业主管部门",
    "重点园区",
    "金融机构",
    "社会各界",
    "基层单位",
)
_CHAPTERS = "一二三四五六七八九十"


@cache
def _places() -> tuple[str, ...]:
    """The short names of today's prefectures and counties, each once."""
    kinds = ("prefecture", "county")
    named = dict.fromkeys(short(name) for name, kind, _ in places() if kind in kinds)
    return tuple(name for name in named if 2 <= len(name) <= 4)


class _Writer:
    """Writes one text; ``said`` holds its sentences, of which none is written again."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.said: set[str] = set()

    def place(self) -> str:
        return self.chance.choice(_places())

    def line(self) -> str:
        kinds = ("至{}", "至{}", "至{}", "经{}至{}", "—{}")
        form = self.chance.choice(kinds)
        return self.place() + form.format(*(self.place() for _ in range(form.count("{}"))))

    def years(self) -> str:
        first = self.chance.randint(2026, 2034)
        return self.chance.choice(
            (
                f"，{first}年开工",
                f"，{first}年建成",
                f"，力争{first}年开工、{first + 3}年建成",
                "",
                "",
                "",
            )
        )

    def shared(self) -> str:
        """Lines that share the word behind the last."""
        lines = "、".join(self.line() for _ in range(self.chance.randint(2, 5)))
        many = self.chance.choice(("", "等"))
        word = self.chance.choice(_LINES)
        done = self.chance.choice(_END) + self.years()
        return f"{self.chance.choice(_BEGIN)}{lines}{many}{word}{done}。"

    def named(self) -> str:
        """Lines and sites, each with its own word."""
        names = [
            self.line() + self.chance.choice(_LINES) + self.chance.choice(_WORKS)
            if self.chance.random() < 0.5
            else self.place() + self.chance.choice(_SITES) + self.chance.choice(_WORKS)
            for _ in range(self.chance.randint(1, 4))
        ]
        return f"{self.chance.choice(_BEGIN)}{'、'.join(names)}{self.years()}。"

    def later(self) -> str:
        """What is done stands behind the names."""
        names = "、".join(
            self.place() + self.chance.choice(_SITES) for _ in range(self.chance.randint(1, 3))
        )
        return f"{names}{self.chance.choice(_LATER)}。"

    def section(self) -> str:
        line = self.place()[0] + self.place()[0] + self.chance.choice(("铁路", "高速"))
        return f"{self.chance.choice(_BEGIN)}{line}{self.place()}至{self.place()}段{self.years()}。"

    def changed(self) -> str:
        """What is done changes within the sentence."""
        parts = [
            f"{self.chance.choice(_BEGIN)}{self.line()}{self.chance.choice(_LINES)}"
            for _ in range(self.chance.randint(2, 3))
        ]
        return "，".join(parts) + "。"

    def aim(self) -> str:
        """A sentence that names no project."""
        pick = self.chance.choice
        share = self.chance.randint(11, 998) / 10
        words = [f"{pick(_WHO)}要{pick(_DOING)}{pick(_AIMS)}"]
        words += [f"{pick(_DOING)}{pick(_AIMS)}" for _ in range(self.chance.randint(1, 3))]
        return "，".join(words) + f"，到{self.chance.randint(2026, 2035)}年达到{share}%。"

    def sentence(self) -> str:
        kinds: Sequence[Callable[[], str]] = (
            *(self.shared, self.named, self.later, self.section, self.changed),
            *(self.aim,) * 6,
        )
        while (made := self.chance.choice(kinds)()) in self.said:
            pass
        self.said.add(made)
        return made

    def paragraphs(self) -> Iterator[str]:
        """Headings and paragraphs without end."""
        chapter = 0
        while True:
            chapter += 1
            number = _CHAPTERS[chapter % 10]
            yield f"{number}、{self.chance.choice(_DOING)}{self.place()}{self.chance.choice(_AIMS)}"
            for part in range(self.chance.randint(2, 5)):
                told = self.chance.choice(_DOING) + self.chance.choice(_AIMS)
                yield f"（{_CHAPTERS[part]}）{told}"
                for _ in range(self.chance.randint(2, 5)):
                    yield "".join(self.sentence() for _ in range(self.chance.randint(2, 6)))
                for item in range(1, self.chance.choice((1, 1, 5))):
                    yield f"{item}.{self.line()}{self.chance.choice(_LINES)}{self.years()}。"


def plan_text(size: int, *, seed: int = SEED) -> str:
    """A plan of at least ``size`` bytes of UTF-8, and less than a paragraph more.

    The same ``size`` and ``seed`` give the same text; another seed gives another one throughout.
    """
    made: list[str] = []
    length = 0
    for paragraph in _Writer(seed).paragraphs():
        if length >= size:
            break
        made.append(paragraph)
        length += len(paragraph.encode()) + 1
    return "\n".join(made) + "\n"
