"""Words of correction notes, in the form of :mod:`layers.translations.catalog`."""

from __future__ import annotations

from layers.translations.vocabulary import labels, meanings
from registry.notes.vocab import KINDS

NOTE_WORDS: dict[str, tuple[str, str]] = {
    "note.title": ("指正", "Tell us"),
    "note.tell": ("指正", "Tell us what is wrong"),
    "note.here": ("指正这一处", "Tell us what is wrong here"),
    "note.means": (
        "写下哪里不对，存成一个文件交给维护者；不经过网络",
        "Write down what is wrong and save it as a file for the maintainers; nothing is sent",
    ),
    "note.close": ("关闭", "Close"),
    "note.about.place": ("地图上的一处", "A place on the map"),
    "note.kind": ("哪方面不对", "What is wrong"),
    "note.kind.none": ("请选择", "Choose"),
    "note.text": ("应当怎样", "What it should be"),
    "note.left": ("还可写 {n} 字", "{n} characters left"),
    "note.place": ("位置：{where}", "Place: {where}"),
    "note.place.none": ("没有画在地图上，不写位置", "Not drawn on the map; no place is given"),
    "note.centre": ("改为地图中心", "Use the map's centre"),
    "note.centre.means": (
        "先移动地图，把要说的地方放到中间",
        "Move the map first, so that the place is in its middle",
    ),
    "note.moved": ("已改：{where}", "Changed: {where}"),
    "note.source": (
        "从哪里知道（网址、文件，可不填）",
        "How you know (address, document; optional)",
    ),
    "note.contact": ("联系方式（可不填）", "How to reach you (optional)"),
    "note.contact.means": (
        "只写在存下的文件里，别处都不留",
        "It stays in the file that you save and goes nowhere else",
    ),
    "note.lacks.kind": ("请先选哪方面不对。", "Choose what is wrong first."),
    "note.lacks.text": ("请写明应当怎样。", "Write down what it should be."),
    "note.save": ("存成文件", "Save to a file"),
    "note.save.many": ("{n} 条存成一个文件", "Save {n} notes to one file"),
    "note.more": ("记下，再写一条", "Keep it and write another"),
    "note.kept": (
        "已记下，共 {n} 条，还没有存成文件。",
        "Kept; {n} in all, not saved to a file yet.",
    ),
    "note.waiting": ("记下 {n} 条，还没有存成文件", "{n} kept, not saved to a file yet"),
    "note.drop": ("删去", "Remove"),
    "note.drop.one": ("删去：{what}", "Remove: {what}"),
    "note.dropped": ("已删去。", "Removed."),
    "note.saved": (
        "已交给浏览器保存：{name}。请把这个文件发给维护这份图的人。",
        "Given to the browser to save: {name}. Send this file to whoever maintains the atlas.",
    ),
    "note.again": ("再存一次", "Save it again"),
    "note.file": ("指正-{what}-{when}.json", "note-{what}-{when}.json"),
    "note.file.many": ("{n}条", "{n}-notes"),
    "card.reviewed": ("已对照计划原文核对", "checked against the plans"),
    "card.looked": ("来源最后查看于 {d}", "sources last looked at on {d}"),
    "card.looked.never": ("后来的来源还没有查过", "no later source was looked at yet"),
    **labels("note.kind", KINDS),
    **meanings("note.kind", KINDS),
}
