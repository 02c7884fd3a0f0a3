"""Tables in Word: three rules, the head repeated on every page, caption and unit above, notes and source below."""

from collections.abc import Sequence

from scicity.exports import a4
from scicity.exports.a4 import Grid
from scicity.exports.document import FigureBlock, TableBlock
from scicity.exports.word.pen import Pen
from scicity.exports.word.xml import Element, borders, element, paragraph, run, twips
from scicity.wording import say

INK = "000000"
INDENT = "\N{IDEOGRAPHIC SPACE}"


def write(pen: Pen, block: TableBlock | FigureBlock) -> None:
    """Caption, unit, table, notes and source at the end of the text, on a page of the right direction."""
    about, grid = block.about.seen_in(block.frame), a4.grid(block)
    label = pen.labels[block.key]
    keep = {"keepNext": 1}
    pen.put(pen.line("Caption", a4.caption(label, block.title, about), **keep))
    if about.unit:
        pen.put(pen.line("简报单位", say("paper_unit", pen.language, unit=about.unit)))
    pen.put(table(pen, grid, f"{label} {block.title}"))
    write_below(pen, block)


def write_below(pen: Pen, block: TableBlock | FigureBlock, marks: bool = True) -> None:
    """The notes and the source line under a figure or table."""
    about = block.about.seen_in(block.frame)
    told = [text for text in (*a4.notes(block, marks), a4.source(about)) if text]
    for place, text in enumerate(told, 1):
        # the last line stays with its figure
        keep = {"keepNext": 1} if place < len(told) else {}
        pen.put(pen.line("简报资料来源", text, **keep, keepLines=1))


def table(pen: Pen, grid: Grid, caption: str) -> Element:
    """The table itself; `caption` is its title for who cannot see it, and names it when the file is read back."""
    made = element("w:tbl", None, _traits(grid, caption))
    made.append(element("w:tblGrid", None, *(element("w:gridCol", {"w:w": twips(mm)}) for mm in grid.widths_mm)))
    made.append(_row(pen, grid, grid.headings, "head", keep=True))
    for cells, level in zip(grid.rows, grid.levels, strict=True):
        made.append(_row(pen, grid, cells, level, keep=grid.whole))
    return made


def _traits(grid: Grid, caption: str) -> Element:
    thick = (a4.RULES_PT[0] * 1.5, INK)
    none = (0.0, "auto")
    rules = borders("w:tblBorders", top=thick, left=none, bottom=thick, right=none, insideH=none, insideV=none)
    sides = (element(f"w:{side}", {"w:w": 60, "w:type": "dxa"}) for side in ("left", "right"))
    return element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": sum(map(twips, grid.widths_mm)), "w:type": "dxa"}),
        element("w:jc", {"w:val": "center"}),
        rules,
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", None, *sides),
        element("w:tblLook", {"w:val": "0020", "w:firstRow": 1, "w:noHBand": 1, "w:noVBand": 1}),
        element("w:tblCaption", {"w:val": caption}),
    )


def _row(pen: Pen, grid: Grid, cells: Sequence[str], level: str, keep: bool) -> Element:
    head = level == "head"
    made = element("w:tr", None, element("w:trPr", None, element("w:cantSplit")))
    if head:
        made[0].append(element("w:tblHeader"))
    for place, text in enumerate(cells):
        made.append(_cell(pen, grid, place, text, level, keep))
    return made


def _cell(pen: Pen, grid: Grid, place: int, text: str, level: str, keep: bool) -> Element:
    head = level == "head"
    traits = element("w:tcPr", None, element("w:tcW", {"w:w": twips(grid.widths_mm[place]), "w:type": "dxa"}))
    if head:
        traits.append(borders("w:tcBorders", bottom=(a4.RULES_PT[1], INK)))
    traits.append(element("w:vAlign", {"w:val": "center"}))
    align = "center" if head else "right" if grid.numeric[place] else "left"
    indent = INDENT if level == "subfield" and place == 0 else ""
    letters = [element("w:b")] if head or level == "total" else []
    if grid.pt != a4.TINY_PT:
        letters += [element(f"w:{name}", {"w:val": round(2 * grid.pt)}) for name in ("sz", "szCs")]
    spacing = {"before": 40, "after": 40}
    written = paragraph(pen.styles["简报表格"], run(indent + text, *letters), **({"keepNext": 1} if keep else {}))
    written[0].append(element("w:spacing", {f"w:{name}": value for name, value in spacing.items()}))
    written[0].append(element("w:jc", {"w:val": align}))
    return element("w:tc", None, traits, written)
