"""The styles of a briefing: every one names its Chinese and its Latin type, none is embedded.

A unit's own template keeps the styles it has under these names; what it lacks is added.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml import etree

from scicity.exports import a4
from scicity.exports.word.xml import Element, element

XIAOBIAOSONG, FANGSONG, KAI, HEI, SONG = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"
LATIN = "Times New Roman"
# what Word takes where the named type is not installed: fontTable's altName
STAND_INS = {XIAOBIAOSONG: "宋体", FANGSONG: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun"}

RED_NAME = "简报报头"


@dataclass(frozen=True)
class Type:
    """One style. line_pt: exact distance of lines, 0 as high as what stands in it. indent: of the first line, in 字."""

    east: str = FANGSONG
    pt: float = a4.BODY_PT
    line_pt: float = a4.LINE_PT
    align: Literal["both", "center", "left", "right"] = "both"
    indent: int = 0
    before_pt: float = 0
    after_pt: float = 0
    bold: bool = False
    colour: str = "000000"
    outline: int | None = None
    keep: bool = False


TYPES = {
    "Normal": Type(),
    "Title": Type(XIAOBIAOSONG, a4.TITLE_PT, a4.TITLE_LINE_PT, "center", before_pt=2 * a4.LINE_PT, after_pt=a4.LINE_PT),
    "Heading 1": Type(HEI, indent=2, outline=0, keep=True),
    "Heading 2": Type(KAI, indent=2, outline=1, keep=True),
    "Heading 3": Type(FANGSONG, indent=2, bold=True, outline=2, keep=True),
    "Caption": Type(HEI, a4.SMALL_PT, a4.SMALL_LINE_PT, "center"),
    "简报正文": Type(indent=2),
    "简报摘要": Type(KAI, indent=2),
    "简报附注": Type(FANGSONG, a4.SMALL_PT, a4.SMALL_LINE_PT, indent=2),
    "简报待复核": Type(indent=2),
    "简报图": Type(line_pt=0, align="center", before_pt=6, keep=True),
    "简报资料来源": Type(FANGSONG, a4.TINY_PT, a4.TINY_LINE_PT, "left"),
    "简报单位": Type(FANGSONG, a4.TINY_PT, a4.TINY_LINE_PT, "right", keep=True),
    "简报表格": Type(SONG, a4.TINY_PT, 0, "left"),
    "简报演示框": Type(HEI, a4.TINY_PT, a4.SMALL_LINE_PT, "center", after_pt=8, colour=a4.DEMO_INK),
    RED_NAME: Type(XIAOBIAOSONG, a4.NAME_PT, 0, "center", before_pt=12, after_pt=6, colour=a4.RED),
    "简报报头行": Type(),
    "简报初稿": Type(HEI, a4.SMALL_PT, a4.SMALL_LINE_PT, "right"),
    "简报页码": Type(SONG, a4.PAGE_NUMBER_PT, 0, "left"),
    "简报版记": Type(FANGSONG, a4.PAGE_NUMBER_PT, 24, "left"),
}
STYLES = {
    "lead": "简报摘要", "level1": "Heading 1", "level2": "Heading 2", "level3": "Heading 3", "body": "简报正文",
    "note": "简报附注", "placeholder": "简报正文", "review": "简报待复核",
}  # fmt: skip
# what goes with a template's text, lest its charts and their numbers travel on unseen
OF_THE_TEXT = (RT.CHART, RT.IMAGE, RT.COMMENTS, RT.HYPERLINK)
# what is not the text of the briefing: head, captions, sources, imprint
FURNITURE = frozenset(TYPES) - frozenset(STYLES.values()) - {"Normal"}
BLANK = "808080"  # the grey of what a person is to fill in


def opened(template: bytes | None) -> WordDocument:
    """An empty document with all styles: our own, or a unit's template without its text.

    A template that cannot be read raises ValueError.
    """
    if template is None:
        made = docx.Document()
        _plain(made)
        _of_today(made)
    else:
        try:
            made = docx.Document(BytesIO(template))
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as broken:
            raise ValueError(
                "The template is no Word document (.docx) that can be read: "
                "open it in Word or WPS, save it as .docx and put it into templates/ again"
            ) from broken
    for child in list(made.element.body):
        if child.tag != qn("w:sectPr"):
            made.element.body.remove(child)
    for name, relation in list(made.part.rels.items()):
        if relation.reltype in OF_THE_TEXT:
            made.part.rels.pop(name)
    for name, type_ in TYPES.items():
        _style(made, name, type_, own=template is None)
    _stand_ins(made)
    return made


def ids(made: WordDocument) -> dict[str, str]:
    """Style name -> id; ids differ from program to program, names do not."""
    return {name: made.styles[name].style_id for name in TYPES}


def _plain(made: WordDocument) -> None:
    """Takes away what python-docx's own template says of fonts and distances for every paragraph."""
    defaults = made.styles.element.find(qn("w:docDefaults"))
    for tag in ("w:rPrDefault", "w:pPrDefault"):
        for found in defaults.findall(qn(tag)):
            defaults.remove(found)
    language = element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"})
    defaults.append(element("w:rPrDefault", None, element("w:rPr", None, language)))
    defaults.append(element("w:pPrDefault"))


def _of_today(made: WordDocument) -> None:
    """Word opens the file as its own, not in the mode for files of 2010."""
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _style(made: WordDocument, name: str, type_: Type, own: bool) -> None:
    known = {style.name for style in made.styles}
    if name in known and not own:
        return
    style = made.styles[name] if name in known else made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    for tag in ("w:rPr", "w:pPr"):
        for found in style.element.findall(qn(tag)):
            style.element.remove(found)
    style.quick_style, style.hidden = True, False
    style.element.append(element("w:pPr", None, *_shape(type_)))
    style.element.append(element("w:rPr", None, *lettering(type_)))


def _shape(type_: Type) -> list[Element]:
    """The paragraph's properties in the schema's order."""
    distance = (
        {"w:line": round(type_.line_pt * 20), "w:lineRule": "exact"}
        if type_.line_pt
        else {"w:line": 240, "w:lineRule": "auto"}
    )
    around = {"w:before": round(type_.before_pt * 20), "w:after": round(type_.after_pt * 20), **distance}
    made = [element("w:keepNext"), element("w:keepLines")] if type_.keep else []
    # digits stand as close to characters as characters do to each other: the grid of 28 holds
    made += [element("w:widowControl", {"w:val": 0}), element("w:autoSpaceDE", {"w:val": 0})]
    made += [element("w:autoSpaceDN", {"w:val": 0}), element("w:spacing", around)]
    indent = {"w:firstLineChars": 100 * type_.indent, "w:firstLine": round(20 * type_.pt * type_.indent)}
    made += [element("w:ind", indent), element("w:jc", {"w:val": type_.align})]
    return made + ([] if type_.outline is None else [element("w:outlineLvl", {"w:val": type_.outline})])


def lettering(type_: Type) -> list[Element]:
    """The run's properties in the schema's order."""
    names = {"w:ascii": LATIN, "w:hAnsi": LATIN, "w:eastAsia": type_.east, "w:cs": LATIN}
    made = [element("w:rFonts", names)]
    made += [element("w:b", {"w:val": int(type_.bold)}), element("w:i", {"w:val": 0})]
    made += [element("w:color", {"w:val": type_.colour})]
    if type_.pt == a4.BODY_PT:
        made.append(element("w:spacing", {"w:val": round(a4.TIGHTER_PT * 20)}))
    size = round(2 * type_.pt)
    made += [element("w:kern", {"w:val": 0}), element("w:sz", {"w:val": size}), element("w:szCs", {"w:val": size})]
    return [*made, element("w:lang", {"w:val": "en-US", "w:eastAsia": "zh-CN"})]


def _stand_ins(made: WordDocument) -> None:
    """Tells Word which type to take where a named one is not installed."""
    part = next((one for one in made.part.package.iter_parts() if one.partname == "/word/fontTable.xml"), None)
    if part is None:
        return
    table = etree.fromstring(part.blob)
    known = {font.get(qn("w:name")) for font in table}
    for name, stand_in in STAND_INS.items():
        if name not in known:
            alternative = element("w:altName", {"w:val": stand_in})
            table.append(element("w:font", {"w:name": name}, alternative, element("w:charset", {"w:val": "86"})))
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)
