"""What works on this machine, what is missing, and the one line that gets it. It looks, and changes nothing."""

import platform
import re
import shutil
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from scicity import audit, places, records, releases
from scicity.exports.browser import NoPictures, cjk_font, found_browser
from scicity.wording import Language, say
from scicity.wording.numbers import MISSING

OLDEST_PYTHON = (3, 11)
LEAST_SPACE_GB = 1.0
# a pin with a marker (; sys_platform == …) is for some systems only and is not asked after
PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;]+)")


@dataclass(frozen=True)
class Check:
    """One thing looked at: whether it is as it should be, what was found, and what to do if not ('' when ok)."""

    name: str
    ok: bool
    found: str
    advice: str


def findings(language: Language = "zh") -> list[Check]:
    """Everything looked at, in the reader's language; never raises for something missing."""
    return [
        _python(language),
        _packages(language),
        _browser(language),
        _font(language),
        _disk(language),
        _release(language),
        _releases(language),
        _records(language),
        _audit(language),
    ]


def _check(key: str, found: str, advice: str, language: Language) -> Check:
    """A check that is ok when there is nothing to advise."""
    return Check(say(key, language), not advice, found, advice)


def _python(language: Language) -> Check:
    old = sys.version_info[:2] < OLDEST_PYTHON
    advice = say("doctor_python_advice", language) if old else ""
    return _check("doctor_python", platform.python_version(), advice, language)


def _packages(language: Language) -> Check:
    listed = places.PROJECT / "requirements.txt"
    if not listed.is_file():
        none, advice = say("doctor_packages_none", language), say("doctor_packages_none_advice", language)
        return _check("doctor_packages", none, advice, language)
    lines = listed.read_text(encoding="utf-8").splitlines()
    pins = [match.groups() for line in lines if (match := PIN.fullmatch(line.split("#", 1)[0].strip()))]
    wrong = [
        say("doctor_package_wrong", language, name=name, pinned=pinned, found=_version(name) or MISSING)
        for name, pinned in pins
        if _version(name) != pinned
    ]
    found = say("doctor_packages_found", language, right=len(pins) - len(wrong), all=len(pins))
    advice = say("doctor_packages_advice", language, wrong=", ".join(wrong)) if wrong else ""
    return _check("doctor_packages", found, advice, language)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _browser(language: Language) -> Check:
    try:
        return _check("doctor_browser", str(found_browser()), "", language)
    except NoPictures as missing:
        return _check("doctor_browser", say("doctor_not_found", language), missing.sentence(language), language)


def _font(language: Language) -> Check:
    there = cjk_font()
    advice = "" if there else NoPictures("file_no_cjk_font").sentence(language)
    return _check("doctor_font", say("doctor_found" if there else "doctor_not_found", language), advice, language)


def _disk(language: Language) -> Check:
    home = places.home()
    existing = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    free = shutil.disk_usage(existing).free / 1e9
    found = say("doctor_disk_found", language, free=f"{free:.1f}", folder=home)
    advice = say("doctor_disk_advice", language, least=f"{LEAST_SPACE_GB:.0f}") if free < LEAST_SPACE_GB else ""
    return _check("doctor_disk", found, advice, language)


def _release(language: Language) -> Check:
    """Whether readers see the release they should."""
    now = releases.standing()
    if not now.notice_kind:
        none, advice = say("doctor_not_found", language), say("doctor_release_advice", language)
        return _check("doctor_release", now.release or none, "" if now.release else advice, language)
    found = say(
        "doctor_release_fallback", language, wanted=now.wanted or MISSING, damaged=", ".join(now.damaged),
        shown=now.release or MISSING,
    )  # fmt: skip
    return _check("doctor_release", found, say("doctor_release_fallback_advice", language), language)


def _releases(language: Language) -> Check:
    """Which releases are whole, byte for byte."""
    shelf = releases.on_shelf()
    damaged = [f"{one.id}/{name}" for one in shelf for name in releases.damage(one)]
    damaged += [f"{name}/manifest.json" for name in releases.unreadable()]
    whole, every = sum(not releases.damage(one) for one in shelf), len(shelf) + len(releases.unreadable())
    found = say("doctor_releases_found", language, whole=whole, all=every)
    advice = say("doctor_releases_advice", language, damaged=", ".join(damaged)) if damaged else ""
    return _check("doctor_releases", found, advice, language)


def _records(language: Language) -> Check:
    """Whether every accepted report is as it was accepted."""
    try:
        records.verify(records.submissions())
    except ValueError as fault:
        found, advice = say("doctor_records_damaged", language), say("doctor_records_advice", language, said=fault)
        return _check("doctor_records", found, advice, language)
    n, withdrawn = len(records.submissions()), len(records.withdrawals())
    return _check("doctor_records", say("doctor_records_found", language, n=n, withdrawn=withdrawn), "", language)


def _audit(language: Language) -> Check:
    """Whether the audit log is a whole chain."""
    verdict = audit.verify()
    found = say("doctor_audit_found", language, n=verdict.lines, torn=len(verdict.torn))
    broken = ", ".join(map(str, verdict.broken))
    return _check(
        "doctor_audit", found, say("doctor_audit_advice", language, broken=broken) if broken else "", language
    )
