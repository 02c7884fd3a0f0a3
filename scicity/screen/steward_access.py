"""Who may manage data: nobody, whoever sits at the server itself, or every visitor, as the installation says.

There are no accounts here: 'local' trusts the machine, 'on' trusts whatever stands in front of the server (a network,
a proxy with its own sign-in). An unknown setting closes the door.
"""

import ipaddress
import logging
import os
import tomllib
from typing import Literal
from urllib.parse import urlsplit

import streamlit as st

from scicity import places

Access = Literal["off", "local", "on"]
VARIABLE = "SCICITY_STEWARD"
# a proxy on this machine passes strangers on: whoever wants that says 'on'
PASSED_ON = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip")

log = logging.getLogger("scicity")


def is_open() -> bool:
    """Whether the visitor of this run may manage data."""
    access = wanted()
    return access == "on" or (access == "local" and _from_here())


def wanted() -> Access:
    """The installation's word: the variable SCICITY_STEWARD, else `access.steward` of the settings."""
    said = os.environ.get(VARIABLE) or _setting()
    if said in ("off", "local", "on"):
        return said  # type: ignore[return-value]
    log.error("%s '%s' is none of off, local, on: data management stays closed", VARIABLE, said)
    return "off"


def _setting() -> str:
    access = tomllib.loads(places.SETTINGS.read_text(encoding="utf-8")).get("access", {})
    return str(access.get("steward", "local"))


def _from_here() -> bool:
    """Whether server and visitor are on this machine: it listens here only, was asked by a name of this machine, by
    nobody else's mouth."""
    headers, visitor = st.context.headers, st.context.ip_address
    asked = headers.get("Host")
    return (
        is_loopback(str(st.get_option("server.address") or ""))
        and (not asked or is_loopback(urlsplit(f"//{asked}").hostname or ""))
        and (visitor is None or is_loopback(visitor))
        and not any(headers.get(name) for name in PASSED_ON)
    )


def is_loopback(name: str) -> bool:
    """Whether that name or address is this machine's own; '' is every address there is."""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
