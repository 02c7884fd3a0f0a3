-- answers: How did the chosen items develop, period by period, and how fast did they grow on the comparable base?
-- grain:   one row per item and closing month
-- params:  classification, items, span, from_month, to_month
-- columns: classification, item, period, span, value_100m_yuan, base_100m_yuan, yoy_pct, status, provenance
-- source:  enterprise monthly reports
select
    cells.classification,
    cells.item,
    cells.period_end as period,
    cells.span,
    cells.value as value_100m_yuan,
    cells.comparable_base as base_100m_yuan,
    -- nullif: growth from nothing is unknown, not infinite
    100 * (cells.value / nullif(cells.comparable_base, 0) - 1) as yoy_pct,
    cells.status,
    cells.provenance
from industry.cells
inner join industry.items
    on cells.classification = items.classification and cells.item = items.item
where
    cells.indicator = 'output'
    and cells.classification = $classification
    and list_contains($items, cells.item)
    and cells.span = $span
    and cells.period_end between $from_month and $to_month
order by items.rank, cells.period_end
