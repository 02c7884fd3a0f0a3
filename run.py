"""Start the dashboard, or its tests, on a machine that has nothing but Python 3.11 or newer.

    python run.py [run] [--port N …]   make .venv, install, build the data if there is none, serve
    python run.py setup                the same without serving; builds the data anew
    python run.py test [PYTEST …]      the tests
    python run.py check [PYTEST …]     format, lint, types, queries and the quick tests

Standard library only, on Linux, macOS and Windows. Packages are installed when their pinned list has changed. What pip
cannot bring (a browser, a Chinese font; for tests LibreOffice) is looked for, and fetched by apt where that is allowed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUNNING, TESTING = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
LOCKS = {"run": RUNNING, "setup": RUNNING, "test": TESTING, "check": TESTING}
QUICK = "not browser and not picture and not slow"

OFFICE = ["libreoffice-writer", "libreoffice-impress", "libreoffice-calc", "poppler-utils"]
BROWSERS = ["google-chrome", "chrome", "chromium", "chromium-browser", "microsoft-edge", "msedge"]  # on the PATH
MAC_BROWSERS = [f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Microsoft Edge", "Chromium")]
WINDOWS_BROWSERS = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")


class Refusal(Exception):
    """One sentence for whoever started this, never a traceback; a second argument is what the program ends with."""


def tell(english: str, chinese: str) -> None:
    print(f"· {english} · {chinese}", flush=True)


def chosen(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The verb and what is passed on: no verb, or an option first, means run. An unknown word is refused."""
    if not arguments or arguments[0].startswith("-"):
        return "run", list(arguments)
    if arguments[0] not in LOCKS:
        raise Refusal(f"run.py knows {', '.join(LOCKS)}, not '{arguments[0]}': see python run.py --help", 2)
    return arguments[0], list(arguments[1:])


def old_python(version: tuple[int, ...]) -> str | None:
    """The sentence for a Python that is too old, or None."""
    found = ".".join(map(str, version))
    sentence = f"This needs Python 3.11 or newer and was started with {found}. 需要 Python 3.11 或更高版本。"
    return None if version >= (3, 11) else sentence


def venv_python(venv: Path, system: str = os.name) -> Path:
    return venv.joinpath(*(("Scripts", "python.exe") if system == "nt" else ("bin", "python")))


def checks(python: str, passed_on: Sequence[str]) -> dict[str, list[str]]:
    """The commands of `check` by name, in their order."""
    return {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "queries": [python, "-m", "sqlfluff", "lint", "queries"],
        "tests": [python, "-m", "pytest", "-m", QUICK, *passed_on],
    }


def side_by_side(cores: int | None) -> list[str]:
    """The whole suite on up to four cores; a file stays on one, because its tests share what they build."""
    return ["-n", str(min(cores or 1, 4)), "--dist", "loadfile"]


def works(command: Sequence[str], quiet: bool = False, **extra: str) -> bool:
    """Whether the command ran and ended well; quiet swallows what it says."""
    out = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(command, cwd=ROOT, env=os.environ | extra, stdout=out, stderr=out).returncode == 0
    except OSError:
        return False


def brought_in(lock: Path) -> list[Path]:
    """The lock file and those it names by `-r`, itself last."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    others = [lock.parent / line[3:].strip() for line in lines if line.startswith("-r ")]
    return [*(path for other in others for path in brought_in(other)), lock]


def fingerprint(lock: Path) -> str:
    """What the installed packages must answer to: the text of the lock and of all it brings in."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in brought_in(lock))).hexdigest()


def is_installed(lock: Path, venv: Path) -> bool:
    stamp = venv / f"{lock.stem}.sha256"
    return venv_python(venv).exists() and stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint(lock)


def installers(python: Path, lock: Path, uv: str | None) -> list[list[str]]:
    """The ways to install, best first. pip comes after uv because only pip reads a site's pip configuration."""
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "-r", str(lock)]
    return ([[uv, "pip", "install", "--quiet", "--python", str(python), "-r", str(lock)]] if uv else []) + [pip]


def make_venv(venv: Path) -> None:
    """A new environment with pip in it. Debian keeps the venv module in a package of its own."""
    tell("Making .venv", "建立运行环境")
    way = [sys.executable, "-m", "venv", "--clear", str(venv)]
    if not works(way, quiet=True) and not (may_apt() and apt_brings("python3-venv") and works(way, quiet=True)):
        raise Refusal(".venv could not be made: on Debian and Ubuntu 'apt-get install python3-venv' helps.")


def install(lock: Path, venv: Path) -> None:
    """The packages of the lock, in .venv; does nothing when they are there already."""
    if is_installed(lock, venv):
        return
    python = venv_python(venv)
    if not works([str(python), "-m", "pip", "--version"], quiet=True):  # absent, broken, or its making was interrupted
        make_venv(venv)
    tell(f"Installing {lock.name} (a minute or so, only once)", "安装依赖，仅首次需要")
    if not any(works(way) for way in installers(python, lock, shutil.which("uv"))):
        raise Refusal(f"The packages of {lock.name} could not be installed: check the network, then run this again.")
    for path in brought_in(lock):  # all of them, so that `test` followed by `run` installs nothing
        (venv / f"{path.stem}.sha256").write_text(fingerprint(path), encoding="ascii")


def usual_places(environment: Mapping[str, str], platform: str) -> Iterable[Path]:
    """Where macOS and Windows keep browsers that are not on the PATH."""
    if platform == "darwin":
        homes = ("/Applications", environment.get("HOME", "") + "/Applications")
        return [Path(home, name) for home in homes for name in MAC_BROWSERS]
    roots = [environment[name] for name in WINDOWS_FOLDERS if environment.get(name)] if platform == "win32" else []
    return [Path(root, name) for root in roots for name in WINDOWS_BROWSERS]


def find_browser(environment: Mapping[str, str], platform: str = sys.platform) -> Path | None:
    """Chrome, Edge or Chromium: BROWSER_PATH first, then the PATH, then the usual places; None when there is none."""
    on_path = (shutil.which(name, path=environment.get("PATH", "")) for name in BROWSERS)
    named = [Path(found) for found in (environment.get("BROWSER_PATH"), *on_path) if found]
    return next((place for place in [*named, *usual_places(environment, platform)] if place.is_file()), None)


def has_chinese_font(platform: str = sys.platform) -> bool:
    """macOS and Windows bring one; elsewhere fontconfig is asked, and its absence counts as no font."""
    if platform in ("darwin", "win32"):
        return True
    return bool(shutil.which("fc-list") and subprocess.check_output(["fc-list", ":lang=zh"]).strip())


def missing_pieces(verb: str = "run") -> list[str]:
    """What this machine lacks, by the names of the Debian packages that bring it; only tests open Office files."""
    browser = [] if find_browser(os.environ) else ["chromium"]
    fonts = [] if has_chinese_font() else ["fontconfig", "fonts-noto-cjk"]
    office = [] if verb != "test" or all(map(shutil.which, ("soffice", "pdftotext"))) else OFFICE
    return browser + fonts + office


def may_apt() -> bool:
    return sys.platform == "linux" and bool(shutil.which("apt-get")) and os.geteuid() == 0


def apt_brings(*packages: str) -> bool:
    tell(f"Fetching {', '.join(packages)} by apt", "安装系统组件")
    apt, how = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"], ["install", "-y", "--no-install-recommends"]
    works([*apt, "update"], quiet=True, DEBIAN_FRONTEND="noninteractive")
    return works([*apt, *how, *packages], quiet=True, DEBIAN_FRONTEND="noninteractive")


def fetch_missing_pieces(venv: Path, verb: str = "run") -> None:
    """A browser for exported pictures and a Chinese font. The dashboard runs without them, so nothing fails here."""
    tried, lacking = venv / ("apt-tried-test" if verb == "test" else "apt-tried"), missing_pieces(verb)
    if lacking and may_apt() and not tried.exists():
        tried.touch()  # a machine where apt cannot bring them is not to be asked at every start
        apt_brings(*lacking)
        lacking = missing_pieces(verb)
    if "chromium" in lacking:
        tell("No browser for pictures: install Chrome or Edge, or 'apt-get install chromium'", "缺少浏览器")
    if "fonts-noto-cjk" in lacking:
        tell("No Chinese font: run 'apt-get install fonts-noto-cjk'", "缺少中文字体")


def has_data(environment: Mapping[str, str]) -> bool:
    """Whether a release is current in the data home (SCICITY_HOME, else data/)."""
    return Path(environment.get("SCICITY_HOME") or ROOT / "data", "releases", "current").exists()


def hand_over(command: list[str]) -> int:
    """The command in our place, so that signals reach it; Windows has no such thing, there we wait for its end."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, dict(os.environ))
    process = subprocess.Popen(command, cwd=ROOT)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # Ctrl+C reached the command as well: it ends in its own time


def run_checks(python: str, passed_on: Sequence[str]) -> int:
    """All checks, even after one has failed; 1 when any did."""
    failed = [name for name, command in checks(python, passed_on).items() if not works(command)]
    print(f"check: {', '.join(failed)} failed" if failed else "check: all well", flush=True)
    return 1 if failed else 0


def start(verb: str, passed_on: Sequence[str]) -> int:
    install(LOCKS[verb], VENV)
    python = str(venv_python(VENV))
    os.chdir(ROOT)
    os.environ["PYTHONUTF8"] = "1"  # a Windows pipe would otherwise refuse Chinese
    if verb == "check":
        return run_checks(python, passed_on)
    fetch_missing_pieces(VENV, verb)
    if verb == "test":
        return hand_over([python, "-m", "pytest", *(passed_on or side_by_side(os.cpu_count()))])
    if verb == "setup" or not has_data(os.environ):
        tell("Building the data", "生成数据")
        if not works([python, "-m", "scicity", "setup", *(passed_on if verb == "setup" else ())]):
            raise Refusal("The data could not be built: the lines above say why. 数据未能生成，原因见上。")
    return 0 if verb == "setup" else hand_over([python, "-m", "scicity", "serve", *passed_on])


def main(arguments: Sequence[str], version: tuple[int, ...] = tuple(sys.version_info[:3])) -> int:
    try:
        if old_python(version):
            raise Refusal(str(old_python(version)))
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # not every console has Chinese
        if arguments and arguments[0] in ("-h", "--help"):
            print(__doc__)
            return 0
        return start(*chosen(arguments))
    except Refusal as refusal:
        print(refusal.args[0], file=sys.stderr)
        return refusal.args[1] if refusal.args[1:] else 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
