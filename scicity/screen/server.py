"""One ASGI process: the dashboard, /healthz, caches warmed before the first visitor."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from scicity import places, releases
from scicity.screen import own_pictures, warming
from scicity.wording import say

log = logging.getLogger("scicity")


def run(address: str, port: int) -> None:
    """Serves until stopped."""
    dashboard().run(config={"server.address": address, "server.port": port, "server.headless": True})


def dashboard() -> st.App:
    """The app as one ASGI object, also for `uvicorn` and behind a proxy."""
    return st.App(
        places.PROJECT / "app.py",
        routes=[Route("/healthz", healthy), Route(f"/{own_pictures.LIBRARY}", own_pictures.library)],
        lifespan=warmed,
        on_script_error=apologise,
    )


@asynccontextmanager
async def warmed(_: st.App) -> AsyncIterator[None]:
    """Before the first visitor: read the current release once, and tell Streamlit that pages/ is ours.

    Streamlit takes a folder called pages/ for its old automatic pages until `st.navigation` has run once in the
    process; a first visitor on a deep link would see a "page not found" notice. tests/browser proves it stays away.
    """
    PagesManager.uses_pages_directory = False
    warming.warm()
    yield


def healthy(_: Request) -> JSONResponse:
    """200 with the current release, 503 before the first one."""
    release = releases.current()
    return JSONResponse({"ok": bool(release), "release": release}, status_code=200 if release else 503)


def apologise(fault: Exception) -> bool:
    """A fault goes to the log; the reader sees plain words and no traceback."""
    log.error("a page failed", exc_info=fault)
    language = st.session_state.get("choices_spoken", "zh")
    st.error(say("page_failed", language))
    return True
