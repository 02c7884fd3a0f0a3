"""What a figure is about, in the text's own words: indicator, kind and class.

The indicator is what stands around the number in its clause, without the verbs and little words of a report; a bare
measure (产值, 总投资额, 增长) leans on what the sentence spoke of before.
"""

import re
from dataclasses import dataclass

from scicity.ingest.news.amounts import VALUED, Quantity
from scicity.ingest.news.scopes import SCOPE

LEADING = re.compile(
    r"^(?:其中|此外|另外|同时|目前|已经|已|还|并|也|共计|共|合计|累计(?!减|担保)|总计|分别|全区|实现|完成(?!率)|达到|高达|仅用了|仅|只用|就|对"
    r"|为|的|了|在(?![库建孵营谈])|等|是|由|将|与|和|以及|及|有(?!效)|聚集|汇聚|集聚|聚焦|打造|推动|吸引|拥有|形成|建成|获得了?|提供"
    r"|年均(?=签)|该|至|\d+年(?=累计))+"
)
TRAILING = re.compile(
    r"(?:达到|高达|已达|达|为|共有|共计|共|有|合计|累计|分别|已|了|的|是|至|到|仅|仅用了?|只用了?|用时|突破|连续\d+年|也|就|均|以及|及|和)+$"
)
CUT = re.compile(r"[“”‘’「」『』\"\s#、…—\-]+")
ACTIONS = "新?签约|新?开工|新?投用|新?引进|实施|建成|新增|获批|投产|竣工|落地|启动"
SUCH_AS = re.compile(rf"^(?P<action>{ACTIONS})?.*等(?=$|[\u4e00-\u9fff“])")
JOINT = re.compile(r"以及|、|和|及|与")
PAUSE = re.compile(r"[、，,；：:#]|以及|[就即便](?=获|能|可|完|实)|并(?!购|联|网)|(?<=[\u4e00-\u9fff])和$")
OTHER = re.compile(r"(?:以及|和|及)$")  # what stands before it is something else
PROPER = re.compile(r"“([^“”]{8,})”")  # the proper name of the thing; a shorter one is only a part of it
RATE_TAIL = re.compile(r"(?:[\u4e00-\u9fff]{2}率|占比|比重|总?投资额?|金额|产值|实现产值)$")
MEASURES = re.compile(
    r"^(?:合同|协议|名义|同比|环比|平均|年均|总|当月|实现|其)*(?:产值|投资|投资额|金额|总额|规模|资金|收入|营业收入|营收|增长|增速|增幅"
    r"|降幅|下降|占比|比重|占[^比]*(?:比重)?|提升|提高|加快|回落|上升|减少|收窄|扩大|数量|首期|总数|贷款额|利润|贡献率|拉动[\u4e00-\u9fff]*增长)(?:总额|额|加快|回落|提高|提升|上升|收窄|扩大)?$"
)
OF_FUND = re.compile(r"^(?:总?规模|总投资额?|投资额?|面积|金额|注册资本)$")
GROWING = re.compile(r"(?:(?:名义|同比|比上年)*(?:增长|增速|增幅|下降)|占.*)$")
DEPENDENT = re.compile(r"^(?:其中|分别|另有)")
GROWTH = re.compile(r"增长|下降|增速|增幅|降幅|减少|同比|下滑")
FALL = re.compile(r"(?:下降|减少|回落|下滑|减缓|放缓|降低|下拉)(?:了|约|近|超|超过|达)?$")
SHARE = re.compile(r"占|比重|份额")
LENGTHS = ("吋", "英寸", "纳米", "微米")
ADDED = re.compile(r"新增|净增|增加(?!值)|新签|新引进|新开工|新建")
AVERAGE = re.compile(r"平均|户均|人均|年均|均价")
CLASS = re.compile(
    r"(?:\d+|[一二三四五六七八九十百千]+)[万亿](?:元)?级|[百千万十]亿元?级|(?:国家|省部|市|省|区|世界|国际)级(?:及?以上|以上)?"
    r"|战略性新兴|战新|高技术制造业|高技术服务业?|主导产业|世界500强|专精特新|\d+[万亿]元以上"
)


@dataclass(frozen=True)
class Clause:
    """The words of a figure's clause before and after it, up to its neighbours; periods and asides are blanked.

    follows, precedes: whether another figure stands before or behind it in the clause.
    """

    before: str
    after: str
    follows: bool
    precedes: bool


def indicator(clause: Clause, unit: str) -> str:
    """What the number counts or measures, in the words of the clause; '' where the clause does not say."""
    before, after = _before(clause), _after(clause)
    if after and (not before or OF_FUND.match(before)):
        return f"{after}{before}"
    if not before:
        return after
    counted = unit[-1:] not in "%元" and unit != "个百分点"
    belongs = counted or clause.after.startswith("的") or bool(VALUED.search(after))
    return f"{before}{after}" if belongs and not clause.after.startswith("、") else before


def _before(clause: Clause) -> str:
    """Without the neighbour's words, the territory at its head, and the examples before 等."""
    words = JOINT.split(clause.before)[-1] if clause.follows else clause.before
    if OTHER.search(words):
        return ""
    headed = SCOPE.match(words)
    words = CUT.sub("", words[headed.end() :] if headed else words)
    previous = ""
    while words != previous:
        previous, words = words, TRAILING.sub("", LEADING.sub("", words))
    return LEADING.sub("", SUCH_AS.sub(lambda found: found["action"] or "", words))


def _after(clause: Clause) -> str:
    """The words behind the number, up to the next pause."""
    held = PAUSE.split(clause.after, maxsplit=1)[0].removeprefix("的")
    quoted = PROPER.match(held)
    held = CUT.sub("", quoted[1] if quoted else held.split("”")[0] if "“" not in held else held)
    held = TRAILING.sub("", held.removeprefix("的").removeprefix("以上"))
    return RATE_TAIL.sub("", held) if clause.precedes else held


def noun(name: str) -> str:
    """What a later measure of the sentence is of: 规上工业总产值 of 规上工业总产值增长."""
    return GROWING.sub("", name)


def leans(name: str, clause: Clause, unit: str) -> bool:
    """Whether a name is a bare measure, or the clause says that it is a part of what was spoken of before."""
    bare = name == "" or bool(MEASURES.match(name))
    return (bare and unit not in LENGTHS) or bool(DEPENDENT.match(clause.before.strip("#，、 ")))


def kind(clause: Clause, quantity: Quantity) -> str:
    """level, added, average, growth, share, change (percentage points), rate (another per cent), times or size."""
    if quantity.unit == "个百分点":
        return "change"
    if quantity.unit == "倍":
        return "growth" if GROWTH.search(clause.before) else "times"
    if quantity.unit == "%":
        return "growth" if GROWTH.search(clause.before) else "share" if SHARE.search(clause.before) else "rate"
    if quantity.unit in LENGTHS:
        return "size"
    if AVERAGE.search(clause.before):
        return "average"
    return "added" if ADDED.search(clause.before) else "level"


def falls(clause: Clause, of_kind: str) -> bool:
    """Whether the words make the number negative: 下降14.4%, 回落0.8个百分点 (but 降幅 already says so)."""
    return of_kind in ("growth", "change") and bool(FALL.search(clause.before))


def classification(clause: Clause) -> str:
    """百亿级, 国家级, 10亿元以上, 市级以上 …, as worded; '' where the clause names none."""
    found = CLASS.search(clause.before) or CLASS.search(_after(clause))
    return found[0] if found else ""
