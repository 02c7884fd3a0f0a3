"""Which items of a release are hidden: the unsafe ones, and as few others as keep them unknown.

What a reader knows comes down to single shown leaves and, for every shown whole, the sum of the hidden leaves below
it. When each of these is safe as one cell, so is everything that can be added up from them, over time as well (the
reason stands in docs/decisions). So the search below has three conditions and nothing else to look at:
a shown whole has no or several hidden parts, the hidden leaves below it are safe as one cell,
and a hidden whole has a hidden part.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from scicity.disclosure.figures import Figures
from scicity.disclosure.rule import Settings
from scicity.disclosure.sums import Key, Sums, leaves
from scicity.measures import taxonomy

ABOVE_SCALE = ("above_scale", taxonomy.TOTAL)
INDUSTRIAL = ("leading", taxonomy.INDUSTRIAL_TOTAL)

Hidden = frozenset[Key]


@dataclass(frozen=True)
class Plan:
    """The aggregates, the sums between their items, and the rule."""

    figures: Figures
    sums: Sums
    rule: Settings

    def hidden(self, before: Collection[Key] = ()) -> Hidden:
        """All items to hide, those of `before` among them."""
        items = [key for key in self.figures.rows if key[1] != taxonomy.OTHER]
        unsafe = {key for key in items if not self.figures.of(key).is_safe(self.rule)}
        hidden = frozenset(unsafe | (set(before) & set(items)))
        while step := self._next(hidden):
            hidden |= step
        return hidden | self._told_by_the_rest(hidden)

    def _next(self, hidden: Hidden) -> Hidden:
        """What the first sum that gives something away needs hidden in addition; empty when none does."""
        for whole, parts in self.sums.items():
            if whole in hidden and hidden.isdisjoint(parts):
                return min(self._options(parts, hidden), key=self._cost)
            if whole not in hidden and not self._keeps_secret(whole, hidden):
                return self._addition(whole, hidden)
        return frozenset()

    def _keeps_secret(self, whole: Key, hidden: Hidden) -> bool:
        """Whether the whole is shown without telling a hidden part, or a contributor of the hidden leaves."""
        parts = hidden.intersection(self.sums[whole])
        if not parts:
            return True
        below = [part for node in self._region(whole, hidden) for part in self.sums[node]]
        unknown = [part for part in below if part in hidden and part not in self.sums]
        return len(parts) > 1 and self.figures.union(unknown, whole, leaves(whole, self.sums)).is_safe(self.rule)

    def _region(self, whole: Key, hidden: Hidden) -> list[Key]:
        """The whole and the hidden wholes below it that are reached through hidden ones only."""
        inner = [part for part in self.sums[whole] if part in hidden and part in self.sums]
        return [whole, *(node for part in inner for node in self._region(part, hidden))]

    def _addition(self, whole: Key, hidden: Hidden) -> Hidden:
        """The cheapest addition that settles the whole, else the cheapest that adds something, else the whole."""
        shown = [part for node in self._region(whole, hidden) for part in self.sums[node] if part not in hidden]
        options = sorted(self._options(shown, hidden), key=self._cost)
        settling = (one for one in options if self._keeps_secret(whole, hidden | one))
        adding = (one for one in options if self._cost(one)[1] > 0)
        return next(settling, None) or next(adding, None) or next(iter(options), frozenset([whole]))

    def _options(self, keys: Collection[Key], hidden: Hidden) -> Iterator[Hidden]:
        """Ways to hide one of `keys`: a whole goes together with one path of its parts, unless one is hidden."""
        for key in keys:
            parts = self.sums.get(key, ())
            if not parts or not hidden.isdisjoint(parts):
                yield frozenset([key])
            else:
                yield from (frozenset([key]) | below for below in self._options(parts, hidden))

    def _cost(self, option: Hidden) -> tuple[int, float, list[Key]]:
        # fewer items first, then the smaller ones; the names make ties the same on every machine
        return len(option), sum(self.figures.costs[key] for key in option), sorted(option)

    def _told_by_the_rest(self, hidden: Hidden) -> Hidden:
        """Totals to hide because what they hold beyond the shown items is unsafe or would tell a hidden one."""
        rows = self.figures.rows
        rests = [key for key in rows if key[1] == taxonomy.OTHER]
        told = {(rest[0], taxonomy.TOTAL) for rest in rests if not self.figures.of(rest).is_safe(self.rule)}
        if ABOVE_SCALE in rows and INDUSTRIAL in rows:
            judged = any(rest[0] == ABOVE_SCALE[0] for rest in rests)
            safe = judged or self.figures.rest(ABOVE_SCALE, INDUSTRIAL).is_safe(self.rule)
            if INDUSTRIAL in hidden or not safe:
                told.add(ABOVE_SCALE)
        return frozenset(told & set(rows))
