"""The basket 简报篮: figures and tables a reader collects for a briefing, in an order, with captions and comments.

A basket is one small file of the data home under a name that cannot be guessed, so it survives a reload, a restart
and a change of device. It holds choices, never numbers: those are asked from the release each time.
"""

import json
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from scicity import durable, places
from scicity.filters import Filters

MOST = 40
NAME = re.compile(r"[A-Za-z0-9_-]{12}")
KEPT_SECONDS = 180 * 24 * 3600
LONGEST = 400  # characters of a caption or comment

_changing = threading.Lock()


@dataclass(frozen=True)
class Item:
    """One figure or table with the reader's choices. caption: instead of its own title; comment: the reader's words."""

    figure: str
    filters: Filters
    kind: Literal["figure", "table"] = "figure"
    caption: str = ""
    comment: str = ""


@dataclass(frozen=True)
class Basket:
    name: str
    items: tuple[Item, ...] = field(default=())

    def added(self, item: Item) -> "Basket":
        """With the item at the end; the same view is not put in twice, and a full basket stays as it is."""
        known = {(one.figure, one.kind, one.filters) for one in self.items}
        if (item.figure, item.kind, item.filters) in known or len(self.items) >= MOST:
            return self
        return replace(self, items=(*self.items, item))

    def without(self, place: int) -> "Basket":
        return replace(self, items=tuple(one for at, one in enumerate(self.items) if at != place))

    def moved(self, place: int, by: int) -> "Basket":
        """With one item moved up or down; beyond the ends it stays at the end."""
        if not 0 <= place < len(self.items):
            return self
        items = list(self.items)
        items.insert(max(place + by, 0), items.pop(place))
        return replace(self, items=tuple(items))

    def replaced(self, place: int, item: Item) -> "Basket":
        """With another item in that place."""
        return replace(self, items=tuple(item if at == place else one for at, one in enumerate(self.items)))

    def told(self, place: int, caption: str, comment: str) -> "Basket":
        """With other words for one item, cut to their length."""
        if not 0 <= place < len(self.items):
            return self
        words = replace(self.items[place], caption=caption[:LONGEST], comment=comment[:LONGEST])
        return self.replaced(place, words)

    def text(self) -> str:
        return json.dumps([asdict(item) for item in self.items], ensure_ascii=False)


def new_name() -> str:
    return secrets.token_urlsafe(9)


def is_name(name: str) -> bool:
    """Whether it can be the name of a basket; nothing else is ever made a path of."""
    return bool(NAME.fullmatch(name))


def opened(name: str) -> Basket:
    """The basket of that name; an empty one when there is none or its file cannot be read."""
    if not is_name(name):
        raise ValueError(f"'{name[:40]}' is no basket's name: take it from the page 简报篮.")
    try:
        listed = json.loads(_path(name).read_text(encoding="utf-8"))
        return Basket(name, tuple(_item(one) for one in listed))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return Basket(name)


def change(name: str, by: Callable[[Basket], Basket]) -> Basket:
    """Changes the basket and keeps it; two visitors of one basket change it one after the other."""
    with _changing:
        changed = by(opened(name))
        places.baskets().mkdir(parents=True, exist_ok=True)
        durable.replace_text(_path(name), changed.text())
        _sweep()
    return changed


def _item(about: dict[str, Any]) -> Item:
    known = {one.name for one in fields(Filters)}
    chosen: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in about["filters"].items()
        if name in known
    }
    return Item(**{**about, "filters": Filters(**chosen)})


def _path(name: str) -> Path:
    return places.baskets() / f"{name}.json"


def _sweep() -> None:
    """Baskets nobody has touched for half a year go."""
    for path in places.baskets().glob("*.json"):
        if time.time() - path.stat().st_mtime > KEPT_SECONDS:
            path.unlink(missing_ok=True)
