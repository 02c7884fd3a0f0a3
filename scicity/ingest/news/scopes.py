"""The territory a clause speaks of: the one at its head (科学城核心区共签约 …), never one within another name."""

import re

DISTRICTS = (
    "沙坪坝|九龙坡|北碚|江津|璧山|渝中|江北|南岸|大渡口|渝北|巴南|涪陵|万州|永川|合川"
    "|长寿|南川|綦江|大足|潼南|铜梁|荣昌|开州|梁平|武隆|黔江"
)
TERRITORY = (
    r"西部[(（]重庆[)）]科学城|西部科学城重庆高新区|西部科学城|科学城核心区|核心区|科学城|重庆高新区直管园|高新区直管园"
    rf"|直管园|重庆高新区|高新区|两江新区|成都高新区|全市|重庆市|全国|全省|成渝地区|(?:{DISTRICTS})(?:区片区|片区|区)"
)
SCOPE = re.compile(
    rf"^[#\s，,、]*(?:其中|今年|位于|截至|目前|在|我国)*[#\s，,、]*(?P<scope>{TERRITORY})"
    r"(?!中学|小学|大学|医院|管委会|融资|公司|集团|唯一|首|率先|第)"
)
PIECE = re.compile(r"(?<=[，；：。;])|(?<=,)(?!\d)")


def scope(text: str, start: int, end: int) -> str:
    """The last territory that heads a clause between start and end; '' where none does."""
    found = [match for piece in PIECE.split(text[start:end]) if (match := SCOPE.match(piece))]
    return found[-1]["scope"] if found else ""
