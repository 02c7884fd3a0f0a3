-- answers: How many R&D platforms stand at the end of each chosen month, and how many of them are national?
-- grain:   one row per chosen closing month
-- params:  months, part
-- columns: period, span, part_zh, part_en, total_count, national_count, other_count, unstated_count, national_share_pct, status, provenance
-- source:  ledger of R&D platforms
with asked as (
    -- a part is classification/item, and its levels are classification_level, item/level; '' is all of it
    select
        case when $part = '' then 'level' else split_part($part, '/', 1) || '_level' end as classification,
        case when $part = '' then '' else split_part($part, '/', 2) || '/' end as prefix
),

levels as (
    select
        cells.period_end as period,
        substring(cells.item, length(asked.prefix) + 1) as level,
        cells.value,
        cells.status,
        cells.provenance
    from platforms.cells
    inner join asked
        on cells.classification = asked.classification and starts_with(cells.item, asked.prefix)
    where
        cells.indicator = 'stock'
        and cells.item <> 'ALL'
        and list_contains($months, cells.period_end)
),

counted as (
    select
        period,
        sum(value) as total_count,
        sum(case when level = 'national' then value else 0 end) as national_count,
        sum(case when level = 'unstated' then value else 0 end) as unstated_count,
        max(status) as status,
        max(provenance) as provenance
    from levels
    group by period
)

select
    counted.period, 'point' as span,
    coalesce(items.name_zh, '') as part_zh, coalesce(items.name_en, '') as part_en,
    total_count, national_count,
    total_count - national_count - unstated_count as other_count,
    unstated_count,
    -- a share of what is only partly known would be a lower bound, and is not published
    case when unstated_count = 0 then 100 * national_count / nullif(total_count, 0) end as national_share_pct,
    status, provenance
from counted
left join platforms.items
    on $part = items.classification || '/' || items.item
order by counted.period
