"""Pictures drawn by the reader's own browser, where the server has none: the same figure in the same layout.

The drawing library is fetched from our own server at the first click. The picture carries its words and its mark,
which are part of the figure; only the account inside the file is missing.
"""

from pathlib import Path

import plotly
import plotly.graph_objects as go
import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse

LIBRARY = "export/plotly.js"
BUTTON = "<button type='button'></button>"
STYLE = """button { font: inherit; color: inherit; background: transparent; border: 1px solid var(--st-border-color);
  border-radius: var(--st-button-radius); padding: 0.25rem 0.75rem; min-height: 2.5rem; cursor: pointer; }
button:disabled { opacity: 0.5; }"""
DRAW = """
export default function (component) {
    const { data, parentElement } = component
    const button = parentElement.querySelector("button")
    const fetched = () => new Promise((done, failed) => {
        if (window.Plotly) return done()
        const script = document.createElement("script")
        document.head.append(Object.assign(script, { src: data.library, onload: done, onerror: failed }))
    })
    button.textContent = data.label
    button.onclick = async () => {
        button.disabled = true
        try {
            await Promise.all([fetched(), document.fonts.ready])
            const { format, width, height, scale } = data
            const drawn = await window.Plotly.toImage(JSON.parse(data.figure), { format, width, height, scale })
            Object.assign(document.createElement("a"), { href: drawn, download: data.name }).click()
            button.textContent = data.label
        } catch (fault) {
            button.textContent = data.failed
        }
        button.disabled = false
    }
}
"""


def library(_: Request) -> FileResponse:
    """The drawing library as the plotly package brings it; a version never changes, so it is kept by the browser."""
    path = Path(str(plotly.__file__)).parent / "package_data" / "plotly.min.js"
    return FileResponse(path, media_type="text/javascript", headers={"Cache-Control": "max-age=86400"})


def offer(figure: go.Figure, kind: str, name: str, scale: float, words: dict[str, str], key: str) -> None:
    """A button that draws `figure` (whole, at its layout's size) into a file of the reader's.

    kind: png or svg. words: label, and failed for a browser that could not.
    """
    button = st.components.v2.component("scicity_picture", html=BUTTON, css=STYLE, js=DRAW)
    size = {"width": figure.layout.width, "height": figure.layout.height, "scale": scale}
    button(
        key=key,
        data={**words, **size, "figure": figure.to_json(), "format": kind, "name": name, "library": LIBRARY},
    )
