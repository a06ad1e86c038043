"""What ``python -m store`` says, Chinese and English side by side."""

from __future__ import annotations

from functools import partial

from registry.commandline import say

WORDS: dict[str, tuple[str, str]] = {
    "about": (
        "成渝工程图：多人共用的 PostGIS 库",
        "Chengyu Project Atlas: a PostGIS store that many people share",
    ),
    "init": (
        "在库里建好各表、角色与修改记录；已有的不动",
        "make tables, roles and the history in the store; what is there stays",
    ),
    "push": (
        "把登记册与生成的数据写进库；未取回的修改不会被盖掉",
        "bring registry and built data into the store; edits that were not pulled are never undone",
    ),
    "pull": (
        "把库里的修改取回登记册",
        "bring what was edited in the store back into the registry",
    ),
    "diff": (
        "库与数据文件夹有何不同；什么也不写",
        "how store and data folder differ; writes nothing",
    ),
    "url": (
        "库的地址 postgresql://用户@主机:端口/库名，默认取自 {variable}；密码请放 ~/.pgpass",
        "the store, postgresql://user@host:port/database, by default {variable}; "
        "keep the password in ~/.pgpass",
    ),
    "dry_run": ("只说会写什么，不写", "say what would be written, and write nothing"),
    "checking": ("检查数据", "checking the data"),
    "reading": ("读取数据", "reading the data"),
    "writing": ("写入 {table}", "writing {table}"),
    "made": ("已在 {where} 建好 {n} 个表", "made {n} tables in {where}"),
    "there": ("{where} 里已有库，没有改动", "{where} has the store already, nothing changed"),
    "no_roles": (
        "没有建角色 atlas_reader、atlas_editor（要有 CREATEROLE 权限），请由管理员再运行一次 init",
        "made no roles atlas_reader and atlas_editor, which takes CREATEROLE; "
        "let an administrator run init again",
    ),
    "counted": (
        "{table}：新增 {new}，修改 {changed}，删去 {gone}",
        "{table}: {new} new, {changed} changed, {gone} gone",
    ),
    "replaced": ("{table}：重写，{n} 行", "{table}: written anew, {n} rows"),
    "pushed": ("已写入 {where}", "wrote {where}"),
    "would": ("以上没有写入（--dry-run）", "none of this was written (--dry-run)"),
    "edited": (
        "库里改了、还没有取回：{layer}: {row}.{column}：“{old}” → “{new}”（{who}，{when}）",
        "edited in the store and not pulled: {layer}: {row}.{column}: {old!r} to {new!r} "
        "({who}, {when})",
    ),
    "added": (
        "库里新增、还没有取回：{layer}: {row}（{who}，{when}）",
        "new in the store and not pulled: {layer}: {row} ({who}, {when})",
    ),
    "gone": (
        "库里删去、还没有取回：{layer}: {row}（{who}，{when}）",
        "deleted in the store and not pulled: {layer}: {row} ({who}, {when})",
    ),
    "unpulled": (
        "库里有 {n} 处修改还没有取回，写入会盖掉它们；请先运行 python -m store pull。{first}",
        "has {n} edits that were not pulled and would be undone; first run "
        "python -m store pull. {first}",
    ),
    "others": ("库里的修改：", "edits in the store:"),
    "ahead": ("登记册里还没有写入库的：", "in the registry and not yet pushed:"),
    "several": (
        "{layer}: {row}.{column} 由 {who} 先后改过，取最后的",
        "{layer}: {row}.{column} was changed by {who} one after another; the last is taken",
    ),
    "unknown": ("不明", "unknown"),
    "rebuild": (
        "接着请运行 python -m geo build，再运行 python -m store push",
        "now run python -m geo build, then python -m store push",
    ),
    "lacking": ("要先装 psycopg：{pip}", "needs psycopg: {pip}"),
    "no_url": (
        "要写明库的地址，或设环境变量 ATLAS_STORE_URL",
        "give the store's address or set ATLAS_STORE_URL",
    ),
    "bad_url": (
        "不是库的地址，应如 postgresql://用户@主机:5432/库名",
        "is no address of a store, which looks like postgresql://user@host:5432/database",
    ),
    "unreachable": (
        "连不上，主机或端口不对，或服务没有开",
        "cannot be reached: another host or port, or no server",
    ),
    "no_database": ("没有这个库", "has no such database"),
    "password": ("用户或密码不对", "refuses this user or password"),
    "lost": (
        "连接断了，这一次什么也没有写入",
        "the connection was lost; nothing of this was written",
    ),
    "locked": (
        "别人正占着要写的行，等了 {s} 秒；什么也没有写入，请稍后再试",
        "someone holds what is to be written, for {s} seconds now; nothing was written, try later",
    ),
    "busy": ("别人正在写入，请稍后再试", "someone else is pushing, try later"),
    "no_right": ("没有权限：{what}", "no right to do this: {what}"),
    "rule": ("{table} 的规则 {rule} 不允许", "breaks the rule {rule} of {table}"),
    "full": ("服务器没有空间或连接可用", "the server is out of disk, memory or connections"),
    "refused": ("库不接受（{code}）：{said}", "was refused ({code}): {said}"),
    "no_postgis": (
        "服务器没有装 PostGIS（Debian：postgresql-15-postgis-3），或无权启用",
        "the server has no PostGIS (Debian: postgresql-15-postgis-3), or this user may not "
        "enable it",
    ),
    "no_store": (
        "还没有建库，请先运行 python -m store init",
        "holds no store yet, run python -m store init",
    ),
    "older": (
        "库的结构是第 {there} 版，这里是第 {here} 版；请运行 python -m store init 升级",
        "has the store in version {there}, this is {here}; run python -m store init to bring it up",
    ),
    "newer": (
        "库的结构是第 {there} 版，比这里的第 {here} 版新；请更新本软件",
        "has the store in version {there}, newer than {here} here; update this program",
    ),
}

#: ``word(key, lang, **values)``.
word = partial(say, WORDS)
