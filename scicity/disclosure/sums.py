"""Which items add up to which: the sums a reader knows without being told."""

from collections.abc import Collection, Iterable, Mapping

from scicity.measures import taxonomy

Key = tuple[str, str]  # classification, item
Sums = Mapping[Key, tuple[Key, ...]]  # every whole with its parts, parts' own sums before the sums they enter


def known_sums() -> Sums:
    """The sums within the leading industries: sub-fields to industries, three industries to IND, with HS to ALL.

    Above-scale industry is IND and the rest outside the leading industries; that rest is never an item, so this sum
    is judged apart (see `pattern`). High-tech and strategic totals stand alone.
    """
    sums = {_leading(code): _parts(taxonomy.subfields(code)) for code in taxonomy.industries()}
    industrial = [code for code in taxonomy.industries() if taxonomy.item(code).measure == "output"]
    services = [code for code in taxonomy.industries() if code not in industrial]
    sums[_leading(taxonomy.INDUSTRIAL_TOTAL)] = _parts(industrial)
    sums[_leading(taxonomy.TOTAL)] = _parts([taxonomy.INDUSTRIAL_TOTAL, *services])
    return sums


def among(sums: Sums, present: Collection[Key]) -> Sums:
    """The sums between items that are present; a part that is absent is replaced by its own parts."""
    replaced = {whole: tuple(_present(parts, sums, present)) for whole, parts in sums.items() if whole in present}
    return {whole: parts for whole, parts in replaced.items() if parts}


def leaves(key: Key, sums: Sums) -> list[Key]:
    """The parts of `key` that have no parts themselves; an item without parts is its own leaf."""
    return [leaf for part in sums[key] for leaf in leaves(part, sums)] if key in sums else [key]


def _present(parts: Iterable[Key], sums: Sums, present: Collection[Key]) -> list[Key]:
    found: list[Key] = []
    for part in parts:
        found += [part] if part in present else _present(sums.get(part, ()), sums, present)
    return found


def _leading(code: str) -> Key:
    return "leading", code


def _parts(codes: Iterable[str]) -> tuple[Key, ...]:
    return tuple(_leading(code) for code in codes)
