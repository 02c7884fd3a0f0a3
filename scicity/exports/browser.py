"""What pictures need of the machine: a browser of the Chrome family and, for Chinese text, a font.

Only looked for, never fetched: who runs the house decides what is installed. What is missing is told in one sentence
with the one line that gets it.
"""

import os
import platform
import shutil
import subprocess
from pathlib import Path

from choreographer.browsers.chromium import Chromium

from scicity.wording import Language, say

LINES = {
    "apt-get": "sudo apt-get install -y chromium fonts-noto-cjk",
    "dnf": "sudo dnf install -y chromium google-noto-sans-cjk-fonts",
    "brew": "brew install --cask google-chrome",
    "winget": "winget install Google.Chrome",
}
# works where Python works, without a package manager (but brings no font)
LAST_RESORT = 'python -c "import kaleido; kaleido.get_chrome_sync()"'
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_NAMES = ("*CJK*", "*NotoSansSC*", "*SourceHan*", "*wqy*")


class NoPictures(RuntimeError):
    """No picture can be made here; `sentence` says why and what to do, in the reader's language."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(self.sentence("en"))

    def sentence(self, language: Language = "zh") -> str:
        return say(self.key, language, line=how_to_get(), **self.values)


def browser() -> Path | None:
    """The browser that will draw: the one BROWSER_PATH names, else an installed Chrome, Chromium, Edge or Brave."""
    named = os.environ.get("BROWSER_PATH")
    found = named or Chromium.find_browser(skip_local=False)
    return Path(found) if found and Path(found).is_file() and os.access(found, os.X_OK) else None


def cjk_font() -> bool:
    """Whether text in Chinese can be drawn. macOS and Windows bring such fonts; Linux is asked."""
    if platform.system() != "Linux":
        return True
    listed = shutil.which("fc-list")
    if listed:
        asked = subprocess.run([listed, ":lang=zh", "family"], capture_output=True, timeout=30, check=False)
        return bool(asked.stdout.strip())
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(next(folder.rglob(name), None) for folder in folders for name in FONT_NAMES)


def how_to_get() -> str:
    """The line, for this system, that installs a browser (and on Linux the font)."""
    return next((line for tool, line in LINES.items() if shutil.which(tool)), LAST_RESORT)


def found_browser() -> Path:
    """The browser, or NoPictures telling how to get one."""
    found = browser()
    if found is not None:
        return found
    named = os.environ.get("BROWSER_PATH")
    raise NoPictures("file_no_browser_at", path=named) if named else NoPictures("file_no_browser")


def required() -> Path:
    """The browser, with a font for it to draw Chinese; NoPictures tells what is missing."""
    found = found_browser()
    if not cjk_font():
        raise NoPictures("file_no_cjk_font")
    return found
