-- answers: How did the number of incubators come from its opening to its closing: opening + added - removed = closing?
-- grain:   one row per step of one period
-- params:  month, span, part
-- columns: step, period, span, part_zh, part_en, value_count, status, provenance
-- source:  ledger of incubators
with asked as (
    select
        case when $part = '' then 'level' else split_part($part, '/', 1) end as classification,
        case when $part = '' then 'ALL' else split_part($part, '/', 2) end as item
),

steps as (
    select
        case when cells.indicator = 'stock' then 'closing' else cells.indicator end as step,
        cells.*
    from incubators.cells
    inner join asked
        on cells.classification = asked.classification and cells.item = asked.item
    where
        cells.period_end = $month
        and (
            (cells.span = $span and cells.indicator in ('opening', 'added', 'removed'))
            or (cells.span = 'point' and cells.indicator = 'stock')
        )
)

select
    steps.step,
    steps.period_end as period,
    cast($span as varchar) as span,
    coalesce(items.name_zh, '') as part_zh,
    coalesce(items.name_en, '') as part_en,
    steps.value as value_count,
    steps.status,
    steps.provenance
from steps
left join incubators.items
    on $part = items.classification || '/' || items.item
order by case step when 'opening' then 1 when 'added' then 2 when 'removed' then 3 else 4 end
