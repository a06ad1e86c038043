"""Places whose name in Latin letters is not their pinyin: the forms of Chinese and English maps.

Names of Uyghur, Mongol, Tibetan and Kazakh places, of Harbin and its like, of Hong Kong, Macao
and Taiwan; without the word for the kind of unit. Written small, as in the table of readings,
but for those of several words.
"""

from __future__ import annotations

_XINJIANG = """
乌鲁木齐 urumqi 克拉玛依 karamay 吐鲁番 turpan 哈密 hami 喀什 kashgar 和田 hotan 阿克苏 aksu
伊犁 ili 库尔勒 korla 阿勒泰 altay 巴音郭楞 bayingolin 博尔塔拉 bortala 克孜勒苏 kizilsu
奎屯 kuytun 图木舒克 tumxuk 阿拉尔 aral 霍尔果斯 horgos 库车 kuqa 沙雅 xayar 乌什 uqturpan
阿瓦提 awat 柯坪 kalpin 英吉沙 yengisar 莎车 yarkant 叶城 kargilik 麦盖提 makit 岳普湖 yopurga
伽师 payzawat 巴楚 maralbexi 塔什库尔干 taxkorgan 阿图什 artux 阿克陶 akto 阿合奇 akqi
策勒 qira 和硕 hoxud 吉木萨尔 jimsar 木垒 mori 玛纳斯 manas 察布查尔 qapqal 特克斯 tekes
尼勒克 nilka 额敏 emin 托里 toli 和布克赛尔 hoboksar 布尔津 burqin 吉木乃 jeminay 托克逊 toksun
巴里坤 barkol 吐尔尕特 torugart 红其拉甫 khunjerab 伊尔克什坦 irkeshtam 塔里木 tarim
准噶尔 junggar 巴仑台 baluntai 那拉提 nalati
"""
_TIBET = """
拉萨 lhasa 日喀则 shigatse 昌都 chamdo 林芝 nyingchi 那曲 nagqu 贡嘎 gonggar 江孜 gyantse
吉隆 gyirong 聂拉木 nyalam 定日 tingri 当雄 damxung 丁青 dengqen 类乌齐 riwoqe 芒康 markam
左贡 zogang 八宿 baxoi 波密 bomi 察隅 zayu 墨脱 medog 米林 mainling 工布江达 gongbo'gyamda
普兰 burang 日土 rutog 改则 gerze 札达 zanda 革吉 ge'gyai 措勤 coqen 错那 cona 隆子 lhunze
浪卡子 nagarze 羊八井 yangbajain 萨嘎 saga 拉孜 lhaze 雅鲁藏布 yarlung 格尔木 golmud
果洛 golog 囊谦 nangqen 治多 zhidoi 曲麻莱 qumarleb 玛多 madoi 玛沁 maqen 达日 darlag
马尔康 barkam 若尔盖 zoige 甘孜 garze 阿坝 ngawa 迪庆 deqen 香格里拉 Shangri-La
"""
_NORTH = """
呼和浩特 hohhot 鄂尔多斯 ordos 呼伦贝尔 hulunbuir 乌兰察布 ulanqab 巴彦淖尔 bayannur
锡林浩特 xilinhot 锡林郭勒 xilingol 海拉尔 hailar 二连浩特 erenhot 乌兰浩特 ulanhot
额尔古纳 ergun 阿尔山 arxan 霍林郭勒 holingol 阿拉善 alxa 额济纳 ejin 达拉特 dalad
准格尔 jungar 鄂托克 otog 乌审 uxin 苏尼特 sonid 阿巴嘎 abag 克什克腾 hexigten 翁牛特 ongniud
喀喇沁 harqin 科尔沁 horqin 扎鲁特 jarud 乌拉特 urat 察哈尔 qahar 鄂温克 ewenki 鄂伦春 oroqen
加格达奇 jagdaqi 哈尔滨 harbin 齐齐哈尔 qiqihar
"""
_SOUTH = """
香港 Hong+Kong 澳门 macao 台北 taipei 新北 New+Taipei 高雄 kaohsiung 台中 taichung 台南 tainan
基隆 keelung 屏东 pingtung 花莲 hualien 嘉义 chiayi 彰化 changhua 新竹 hsinchu
屯门 Tuen+Mun 将军澳 Tseung+Kwan+O 东涌 Tung+Chung 荃湾 Tsuen+Wan 大屿山 lantau
洪水桥 Hung+Shui+Kiu
"""

#: Each place with its established form.
PLACES: dict[str, str] = {}
for _table in (_XINJIANG, _TIBET, _NORTH, _SOUTH):
    _words = _table.split()
    for _place, _form in zip(_words[::2], _words[1::2], strict=True):
        PLACES[_place] = _form.replace("+", " ")
