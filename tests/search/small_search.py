"""A few works by name, for the rules of the search; ``tests/data/search_small.json`` has them.

``python -m tests.search.small_search`` writes that file's works, tables and readings anew; its
answers are written by hand. ``search_scores.csv`` beside it has the score of each way.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from layers.payload.build import called_row
from layers.search import pinyin, tables
from layers.search.index import Called, Index, entry
from registry.vocab import Mode

FILE = Path(__file__).parents[1] / "data" / "search_small.json"

WORKS = (
    Called(
        "yukun-hsr",
        "渝昆高铁",
        "Chongqing-Kunming High-Speed Railway",
        ("重庆至昆明高铁",),
        mode=Mode.RAIL,
        written=("渝昆高速铁路",),
        stops=("重庆西站", "泸州站", "南溪站", "昆明南站"),
        near=frozenset({"重庆", "泸州", "昆明"}),
    ),
    Called(
        "yukun-yibin",
        "渝昆高铁重庆至宜宾段",
        "Chongqing-Kunming High-Speed Railway, Chongqing-Yibin section",
        mode=Mode.RAIL,
        near=frozenset({"重庆", "宜宾"}),
        section=True,
    ),
    Called(
        "chengdawan",
        "成达万高铁",
        "Chengdu-Dazhou-Wanzhou High-Speed Railway",
        ("成都经达州至万州高速铁路",),
        mode=Mode.RAIL,
        near=frozenset({"成都", "达州", "万州"}),
    ),
    Called("central", "成渝中线高铁", mode=Mode.RAIL, stops=("重庆北站", "成都站")),
    Called(
        "expressway",
        "成渝高速公路",
        "Chengdu-Chongqing Expressway",
        ("G76成渝",),
        mode=Mode.HIGHWAY,
        near=frozenset({"成都", "重庆"}),
    ),
    Called("g8515", "G8515泸州至荣昌段", mode=Mode.HIGHWAY),
    Called("port", "泸州港", "Luzhou Port", mode=Mode.PORT),
    Called("bonded", "泸州港保税物流中心（B型）", mode=Mode.LOGISTICS),
    Called("gorges", "三峡水运新通道", "Three Gorges New Channel", mode=Mode.WATERWAY),
    Called("canal", "长征渠引水工程", "Changzheng Canal", ("长征渠",), mode=Mode.WATER),
    Called("gas", "黄草峡储气库", mode=Mode.PIPELINE),
    Called("bare", "沿江大通道", mode=Mode.CORRIDOR),
)
INDEX = Index(
    tuple(map(entry, WORKS)),
    pinyin.known_in(text for work in WORKS for text in (work.name, *work.aliases, *work.stops)),
)


def sent() -> dict[str, Any]:
    """The works as a payload has them, the tables, and the readings."""
    texts = [text for work in WORKS for text in (work.name, *work.aliases, *work.stops)]
    return {
        "search": tables.table(texts),
        "pinyin": pinyin.table(INDEX.known),
        "projects": [
            {
                "id": work.id,
                "mode": str(work.mode or ""),
                "stops": [{"name": name} for name in work.stops],
                "called": called_row(one),
            }
            for work, one in zip(WORKS, INDEX.entries, strict=True)
        ],
    }


def read() -> dict[str, Any]:
    """What the file holds."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def main() -> None:
    """Write the works, tables and readings; the answers stay."""
    answers = read()["answers"] if FILE.exists() else {}
    text = json.dumps({**sent(), "answers": answers}, ensure_ascii=False, indent=1)
    FILE.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
