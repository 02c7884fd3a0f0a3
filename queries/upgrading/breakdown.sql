-- answers: Which sub-fields, or which sizes of enterprise, do the entries of each kind come from?
-- grain:   one row per kind, what it counts, and item of the level asked for
-- params:  level, span, month
-- columns: classification, indicator, name_zh, name_en, item, item_name_zh, item_name_en, parent, period, span, entries_count, unit, status, provenance
-- source:  ledger of enterprise upgrading
select
    cells.classification,
    cells.indicator,
    kinds.name_zh,
    kinds.name_en,
    cells.item,
    items.name_zh as item_name_zh,
    items.name_en as item_name_en,
    items.parent,
    cells.period_end as period,
    cells.span,
    cells.value as entries_count,
    cells.unit,
    cells.status,
    cells.provenance
from upgrading.cells
inner join upgrading.items on cells.classification = items.classification and cells.item = items.item
inner join upgrading.items as kinds on cells.classification = kinds.classification and kinds.item = 'ALL'
where
    items.level = $level
    and cells.span = $span
    and cells.period_end = $month
order by kinds.rank, cells.indicator, items.rank
