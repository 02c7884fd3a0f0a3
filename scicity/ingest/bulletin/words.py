"""The vocabulary of bulletin tables, and text made comparable: what is a unit, a growth, a share, a note, a place.

Everything here works on text that is half width and free of white space (`compact`). Traditional characters are
compared as simplified ones; what is printed stays as printed.
"""

import re
from functools import lru_cache

from scicity.ingest.values import half_width

TRADITIONAL = str.maketrans(
    "業產總額與國際資電區縣鎮鄉學術務億萬個項開發創單標準備註說來據計會體車輛機噸臺檯戶費貿運輸銀貸餘稅財農漁礦設"
    "製類別規劃進積極長減較幣變動價實現歲讀數鐵鋼鋁紡織藥醫療養環節約點營當歷絕對佔潤稱處係線內圖達邊寧遼陝廣東龍"
    "雲貴蘇灣烏魯慶漢滬滿濱濟關門陽鄭島從後儀儲倉郵聯網屬補糧鹽煙飲麼這們過還時間報專鄰廠組級強鎂銅鋅塊雙艙僅員轄"
    "範圍漲負淨溫膠協議簽啟",
    "业产总额与国际资电区县镇乡学术务亿万个项开发创单标准备注说来据计会体车辆机吨台台户费贸运输银贷余税财农渔矿设"
    "制类别规划进积极长减较币变动价实现岁读数铁钢铝纺织药医疗养环节约点营当历绝对占润称处系线内图达边宁辽陕广东龙"
    "云贵苏湾乌鲁庆汉沪满滨济关门阳郑岛从后仪储仓邮联网属补粮盐烟饮么这们过还时间报专邻厂组级强镁铜锌块双舱仅员辖"
    "范围涨负净温胶协议签启",
)
REPLACED = (("覈心", "核心"), ("專案", "项目"), ("専案", "项目"), ("軟體", "软件"), ("資訊", "信息"))

UNIT_NOUN = (
    r"美元|欧元|日元|港元|元|千克|公斤|吨标准煤|吨|平方公里|平方米|立方米|公里|公顷|米|亩|千瓦时|千瓦|度|升|辆次|人次|人|户|家|个|件|台|部|套|辆|艘|架"
    r"|项|条|只|块|片|枚|颗|张|床|支|所|名|次|笔|篇|宗|箱|双|倍|位|岁|天|标箱|吨公里|人公里|册|株|头|套件|栋|处|座"
)
UNIT = re.compile(
    rf"(?:[十百千万亿]{{0,3}}(?:{UNIT_NOUN})(?:/[十百千万亿]{{0,3}}(?:{UNIT_NOUN}|年|月))?|%|‰|个?百分点"
    r"|(?:上年|去年|同期|上年同期|上年同月|上月|\d{4}年)=100)"
)
POINTS = "个百分点"
PLUS_MINUS = r"(?:±|\+/?-|\+、-)"
UNIT_LINE = re.compile(r"[(\[]?(?:计量)?单位:([^()\[\]]*)[)\]]?")
BRACKET = re.compile(r"[(\[〔【]([^()\[\]〔〕【】]*)[)\]〕】]$")
ENGLISH = re.compile(
    r"(?<=[\u4e00-\u9fff)%])[A-Z][a-z]{2,}[A-Za-z,.&'-]*(?=\(|$)|\([\dA-Za-z,.]*[a-z]{3,}[\dA-Za-z,.]*\)$"
)
FOOTNOTE = re.compile(r"(?:【\d+】|\[\d+\]|〔\d+〕|\(注\d*\)|\(\d\)|注\d*\)|[①-⑳]+|[¹²³⁰-⁹]+|\*+)$")

BASE = r"(?:同比|(?:比|较|与)(?:上年|去年|上一年)(?:同期|同月|全年)?(?:相比)?|比同期)"
RISE = rf"(?:增长速度|增长率|增长|增减|增速|增幅|涨跌幅|涨跌|变动|变化|升降|{PLUS_MINUS})(?:幅度|幅|率|情况)?"
GROWTH = rf"(?:{BASE}(?:名义|实际|累计)?(?:{RISE})?|(?:名义|实际)?{RISE})"
CHAIN = re.compile(rf"(?:环比|(?:比|较)上(?:月|期|季)(?:相比)?)(?:{RISE})?")
SHARE = r"(?:所占比重|所占比例|比重|占比|构成|占总量比重|占总数比重)"
ANY_GROWTH = re.compile(GROWTH)
SHARE_ONLY = re.compile(SHARE)
RANK = re.compile(r"(?:.{0,6})(?:位次|排名|排位|名次)")
SHARE_OF = re.compile(r"占.+(?:比重|比例)")
LEVEL = re.compile(
    r"(?:绝对[额数值量]|总量|总额|额|数值|数据|指标值|数量|个数|数|值|实绩|金额|完成[额数]?|(?:本期|本年)?实际(?:数|完成)?"
    r"|本期数?|本年数?|报告期|期末数|期末余额|年末数|年底数|年末余额|年末|期末|余额|合计|总计|当期值|累计值|本期止)"
)
COUNTED = re.compile(r"(?:数量|个数|数)")
BEFORE = re.compile(r"(?:上年同期|去年同期|上年同月|去年同月|上年|去年|同期|上年实际|上年同期数|同期数)(?:数|实际)?")
MONTHLY = re.compile(r"(?:当月|本月|单月|当期)(?:数|值|实际|完成)?")
TO_DATE = re.compile(
    r"(?:自?年初(?:至|到)?(?:本月)?(?:止)?累计|本年累计|累计(?:数|值|实际)?|1-本月(?:累计)?|本月止累计)"
)

PROVINCES = (
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南"
    "|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门"
)
AREA = re.compile(
    rf"(?:全国|全市|全省|全区|(?:{PROVINCES})(?:省|市|自治区)?|.{{1,12}}(?:直管园|新区|高新区|开发区|科学城|核心区|园区|自治区|街道|[省市区县镇乡]))"
)
HOME = re.compile(r"(?:全市|全区|重庆市?|(?:西部)?\(?(?:重庆)?\)?科学城(?:核心区)?|(?:重庆)?高新区(?:直管园)?)")
NATION = "全国"
TOTALS = frozenset({"合计", "总计", "总数", "总量", "全部", "合计数", "共计"})

SERIAL_HEAD = re.compile(r"(?:序号?|编号|行次|代码|no\.?|№)", re.I)
UNIT_HEAD = re.compile(r"(?:计量|数量)?单位")
REMARK_HEAD = re.compile(r"(?:备注|说明|注|附注)")
PERIOD_HEAD = re.compile(r"(?:月份|时间|时期|年份|年度|年月|日期|月度|季度|报告期)")
MIXED_HEAD = re.compile(r"(?:主要)?(?:指标|项目)(?:名称|项)?|名称")
ITEM_HEAD = re.compile(
    r".*(?:地区|区县|区域|省份|城市|产品|产品名称|品种|行业|行业名称|产业|类别|类型|分组|分类|规模|镇街|街镇|园区|领域|门类|单位名称|国家|年龄|性别)(?:名称)?"
)
HEADING_BY = re.compile(r"(?:按.+分组?|.*按.+分组?的?|其中)")
NOTE = re.compile(
    r"(?:(?:注|说明|备注|资料来源|数据来源)$|注\d*[:.、]|注释|备注:|说明:|附注|(?:数据|资料)来源|来源:|填表说明|本表|\(注|制表|填报|审核|单位负责人"
    r"|(?:\d+[.、]|\(\d+\)|[①-⑳]|\*).{14,}|.{60,})"
)
SERIAL = re.compile(
    r"(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:、|\.(?!\d))|\(\d{1,2}\)|[①-⑳])"
)
SERIAL_ONLY = re.compile(r"\(?[一二三四五六七八九十\d]{1,3}\)?[、.]?|[①-⑳]")
OF_WHICH = re.compile(r"(?:其中|#)[:,、]?")

# what an indicator measures: two labels with different ones are two indicators, however they are indented
QUANTITIES = (
    "生产总值", "增加值", "总产值", "产值", "利润总额", "利润", "营业收入", "零售总额", "销售额", "销售面积",
    "存款余额", "贷款余额", "余额",
    "存款", "贷款", "进出口总额", "投资总额", "投资", "收入", "支出", "用电量", "发电量", "产量", "销量", "增长率",
    "比率", "率", "指数", "人口", "周转量", "货运量", "客运量", "吞吐量", "外资", "面积", "税收", "税额", "工资",
    "总额", "户数", "价格", "单位数", "企业数", "项目数", "人数", "强度", "能耗", "数量", "金额",
)  # fmt: skip
STOCK = re.compile(r"余额|年末|期末|年底|月末|人口|单位数|存量|保有量|在册|在孵|户籍|企业数")
SECTORS = re.compile(r"第[一二三123][产次]业|[一二三]产(?:业)?")
COMPONENTS = re.compile(rf"(?:{SECTORS.pattern})|.{{0,14}}业(?:增加值)?|.{{2,12}}活动")  # of 地区生产总值


@lru_cache(maxsize=16384)
def compact(text: str) -> str:
    """The text half width and without any white space, invisible marks or line ends."""
    bare = "".join(half_width(text).split())
    return bare.replace("\u200b", "").replace("\ufeff", "").replace("：", ":").replace("％", "%")


@lru_cache(maxsize=16384)
def simplified(text: str) -> str:
    """The text with the traditional characters of the tables' words as simplified ones, for comparing only."""
    for old, new in REPLACED:
        text = text.replace(old, new)
    return text.translate(TRADITIONAL)


@lru_cache(maxsize=16384)
def chinese(text: str) -> str:
    """A bilingual name without its English: 绝对额 Value (100 million yuan) is 绝对额; GDP and R&D stay."""
    return ENGLISH.sub("", text) or text


def without_footnote(text: str) -> str:
    """The text without a footnote's mark at its end: 【1】, [3], ①, ², *."""
    shorter = FOOTNOTE.sub("", text)
    return shorter if shorter else text


def unit_of(text: str) -> str:
    """The unit that a short text is, as printed but 百分点 as 个百分点; '' when it is none. ± before % is no unit."""
    bare = re.sub(PLUS_MINUS, "", simplified(text)).removeprefix("单位:").removeprefix("人民币").strip()
    if not UNIT.fullmatch(bare):
        return ""
    return POINTS if bare.endswith("百分点") else bare


def quantity(label: str) -> str:
    """What an indicator of this name measures ('增加值'), '' when its name does not say."""
    bare = re.sub(r"\(.*\)$", "", simplified(label))
    return next((one for one in QUANTITIES if bare.endswith(one)), "")
