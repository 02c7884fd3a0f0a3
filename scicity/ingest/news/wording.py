"""The text as the rules see it: same length as what was pasted, so that every place in it is a place in the original.

Full-width digits become plain ones, traditional characters of the words of statistics become simplified ones, and
spans in which numbers are not figures (titles, names, formulas) can be asked for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

Span = tuple[int, int]

_TRADITIONAL = (
    "億萬個項戶畝餘條過約簽園區產産業達總額資佔長與實現積間數規營務發財稅結構優師創協會標線縱貫慶擴電車聯門製險開動學術員國際"
    "兩級類種處體應換較減負單臺環態設進質輛計劃節貸備強穩當報從對機關點於東龍壩隊傳專獲評選賦範濟導農兌鎮場團費擁預為戰採運雙"
    "廠鋪驛組庫監續溫歲認證購貿稱儲幣醫藥療輕軌橋鐵銀鏈擬將僅來後還這時幾雲氣熱愛無許論試話調談請變讓樣"
)
_SIMPLIFIED = (
    "亿万个项户亩余条过约签园区产产业达总额资占长与实现积间数规营务发财税结构优师创协会标线纵贯庆扩电车联门制险开动学术员国际"
    "两级类种处体应换较减负单台环态设进质辆计划节贷备强稳当报从对机关点于东龙坝队传专获评选赋范济导农兑镇场团费拥预为战采运双"
    "厂铺驿组库监续温岁认证购贸称储币医药疗轻轨桥铁银链拟将仅来后还这时几云气热爱无许论试话调谈请变让样"
)
_PLAIN = str.maketrans(_TRADITIONAL + "０１２３４５６７８９．％﹪－–~∼〜", _SIMPLIFIED + "0123456789.%%--～～～")
SENTENCE = re.compile(r"[。！？!?\n\r]|\.(?!\d)")
BREAK = re.compile(r"[，；;：:。！？!?\n\r]|[（(](?!重庆[)）])|(?<![（(]重庆)[)）]|(?<!\d),|,(?!\d{3})")
ASIDE = re.compile(r"[（(](?!重庆)[^（）()\d]{1,12}[)）]")  # (GDP): a second name in the midst of a clause
TITLE = re.compile(r"《[^《》]*》")
QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|\"[^\"\n]*\"")
SPOKEN = re.compile(r"[，。；！？,;]")  # a quotation with a pause in it is what somebody said, not a name
BLANK = "#"
FORMULA = re.compile(r"\d+(?:\s*[+＋×xX:∶/]\s*(?:\d+|[A-Za-z]+))+|[A-Za-z]\s*[+＋]\s*\d+")


def plain(text: str) -> str:
    """`text` with plain digits and simplified characters, character by character."""
    return text.translate(_PLAIN)


def blanked(text: str, closed: Iterable[Span], sign: str = BLANK) -> str:
    """`text` with its closed spans replaced by signs that no rule matches."""
    letters = list(text)
    for start, end in closed:
        letters[start:end] = sign * (end - start)
    return "".join(letters)


def spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [found.span() for found in pattern.finditer(text)]


def names(text: str) -> list[Span]:
    """Quoted names; a quotation with a pause in it is speech and not among them."""
    return [(start, end) for start, end in spans(QUOTED, text) if not SPOKEN.search(text[start:end])]


def inside(start: int, end: int, found: Iterable[Span]) -> bool:
    """Whether any of the spans touches start to end."""
    return any(one < end and start < other for one, other in found)


def around(pattern: re.Pattern[str], text: str, start: int, end: int) -> Span:
    """From the last match of `pattern` before `start` to the first after `end`: their sentence or clause."""
    starts, ends = _cuts(pattern, text)
    before, after = bisect_right(ends, start), bisect_left(starts, end)
    return ends[before - 1] if before else 0, starts[after] if after < len(starts) else len(text)


@lru_cache(maxsize=8)  # one text is asked about for every figure in it
def _cuts(pattern: re.Pattern[str], text: str) -> tuple[list[int], list[int]]:
    found = spans(pattern, text)
    return [start for start, _ in found], [end for _, end in found]
