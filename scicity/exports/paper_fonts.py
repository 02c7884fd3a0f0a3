"""Which types a PDF is set in here: those of the standard where they are installed, else open ones, and it says so.

Types are looked for in the system and in `fonts/` of the data home; only the signs used go into a PDF.
"""

from functools import cache
from pathlib import Path

import typst

from scicity import places
from scicity.wording import Language, say

FINAL = (
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Songti SC",
    "SimSun",
    "Noto Sans CJK SC",
    "Noto Sans SC",
)
PLAIN = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Zen Hei",
)
# role: the standard's type as programs call it, then what stands in for it, best first
WANTED = {
    "title": (("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05"), (*FINAL, *PLAIN)),
    "body": (("仿宋_GB2312", "FangSong_GB2312", "FangSong", "仿宋", "STFangsong"), (*FINAL, *PLAIN)),
    "kai": (
        ("楷体_GB2312", "KaiTi_GB2312", "KaiTi", "楷体", "STKaiti"),
        ("LXGW WenKai", "AR PL KaitiM GB", "AR PL UKai CN", *FINAL, *PLAIN),
    ),
    "hei": (("黑体", "SimHei", "STHeiti"), (*PLAIN, *FINAL)),
    "song": (("宋体", "SimSun", "STSong"), (*FINAL, *PLAIN)),
}
LATIN = ("Times New Roman", "Liberation Serif", "Libertinus Serif")


class NoFonts(ValueError):
    """No Chinese type is here; `sentence` says so to a reader, and what to do."""

    def __init__(self) -> None:
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language) -> str:
        return say("paper_no_cjk_font", language, folder=str(folder()))


def folder() -> Path:
    """Where a site puts types of its own."""
    return places.home() / "fonts"


def fonts() -> typst.Fonts:
    """All types of this machine and of the site; found once for each folder of a site."""
    own = folder()
    return _fonts(own if own.is_dir() else None)


@cache
def _fonts(own: Path | None) -> typst.Fonts:
    return typst.Fonts(font_paths=[own] if own else [])


def chosen(known: typst.Fonts | None = None) -> dict[str, list[str]]:
    """Role -> types in their order, Latin first and for Latin only. Raises NoFonts where nothing Chinese is here."""
    here = set((known or fonts()).families())
    latin = next((name for name in LATIN if name in here), LATIN[-1])
    found = {"latin": [latin]}
    for role, (standard, others) in WANTED.items():
        best = next((name for name in (*standard, *others) if name in here), None)
        if best is None:
            raise NoFonts
        found[role] = [best]
    return found


def substitutions(language: Language = "zh") -> tuple[str, ...]:
    """One sentence for each type of the standard that another one stands in for."""
    return tuple(
        say("paper_substitute", language, missing=standard[0], used=chosen()[role][0])
        for role, (standard, _) in WANTED.items()
        if chosen()[role][0] not in standard
    )
