-- answers: How many entries does each kind of upgrading get, month by month or added up within the year?
-- grain:   one row per kind, what it counts, and closing month
-- params:  span, from_month, to_month
-- columns: classification, indicator, name_zh, name_en, period, span, entries_count, unit, status, provenance
-- source:  ledger of enterprise upgrading
select
    cells.classification,
    cells.indicator,
    items.name_zh,
    items.name_en,
    cells.period_end as period,
    cells.span,
    cells.value as entries_count,
    cells.unit,
    cells.status,
    cells.provenance
from upgrading.cells
inner join upgrading.items on cells.classification = items.classification and cells.item = items.item
where
    cells.item = 'ALL'
    and cells.span = $span
    and cells.period_end between $from_month and $to_month
order by items.rank, cells.indicator, cells.period_end
