"""Bulletin tables (指标, 绝对额, 同比 …): a file comes in; rows, findings, and what was understood go out."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scicity.ingest.bulletin.door import COLUMNS, Bulletin, Understood, read_bulletin

__all__ = ["COLUMNS", "Bulletin", "Understood", "read_bulletin"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever stands under that name
    if name not in __all__:
        raise AttributeError(f"scicity.ingest.bulletin has no '{name}'")
    return getattr(import_module("scicity.ingest.bulletin.door"), name)
