"""Bulletin tables (指标, 绝对额, 同比 …): a file comes in; rows, findings, and what was understood go out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scicity.ingest.bulletin.door import COLUMNS, FORM, Bulletin, Understood, read_bulletin
    from scicity.ingest.bulletin.telling import is_bulletin

_HOMES = {
    "COLUMNS": "door",
    "FORM": "door",
    "Bulletin": "door",
    "Understood": "door",
    "is_bulletin": "telling",
    "read_bulletin": "door",
}

__all__ = ["COLUMNS", "FORM", "Bulletin", "Understood", "is_bulletin", "read_bulletin"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands under that name
    if name not in _HOMES:
        raise AttributeError(f"scicity.ingest.bulletin has no '{name}'")
    return getattr(import_module(f"scicity.ingest.bulletin.{_HOMES[name]}"), name)
