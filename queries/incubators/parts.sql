-- answers: How are the incubators that stand at the end of a month divided by kind, host and district?
-- grain:   one row per classification and item that holds any
-- params:  month
-- columns: classification, item, name_zh, name_en, period, span, value_count, total_count, status, provenance
-- source:  ledger of incubators
with counted as (
    select
        cells.*,
        items.name_zh,
        items.name_en,
        items.rank,
        sum(cells.value) over (partition by cells.classification) as total_count
    from incubators.cells
    inner join incubators.items
        on cells.classification = items.classification and cells.item = items.item
    where
        cells.indicator = 'stock'
        and cells.span = 'point'
        and cells.classification <> 'level'
        and cells.period_end = $month
)

select
    classification,
    item,
    name_zh,
    name_en,
    period_end as period,
    span,
    value as value_count,
    total_count,
    status,
    provenance
from counted
where value > 0
order by case classification when 'kind' then 1 when 'host' then 2 else 3 end, rank
