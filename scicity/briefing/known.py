"""Which numbers of a paragraph no figure stands behind: those a person wrote, or that came apart from their cell.

Periods, days, release ids and the numbers of figures and tables are no statistics and are passed over.
"""

import re

from scicity.exports.document import Paragraph

# what is no statistic: periods and days, numbers of figures, list numbers, ids, sub-fields called by a number
PASSED = re.compile(
    r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,4}—\d{1,4}[年月]|\d{1,2}月(?:\d{1,2}日)?|附?[图表]\d+|"
    r"(?:Figure|[Tt]able) \d+|^\s*\d+\.\s*|\d{8}-\d{2}|\d?[Gg](?=应用| applications)|"
    r"15(?=个细分领域)|15(?= sub-fields)|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}|\d{1,2} (?=Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct)|"
    r"full-year \d{4}|Dec \d{4}|\d{4}(?=年以来|以来)|(?<=since )\d{4}|"
    r"十?[一二三四五六七八九]?亿级|RMB (?:10|1) bn and more"
)
NUMBER = re.compile(r"(?<![A-Za-z\d.])[−-]?\d[\d,]*(?:\.\d+)?")


def unknown_numbers(paragraph: Paragraph) -> list[str]:
    """The numbers of the paragraph that no run names a figure for."""
    # a figure's own number is cut out, so that what stands around it is read by itself
    words = "".join("\N{SYMBOL FOR NULL}" if run.figure else run.text for run in paragraph.runs)
    return NUMBER.findall(PASSED.sub("\N{SYMBOL FOR NULL}", words))
