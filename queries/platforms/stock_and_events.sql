-- answers: How many R&D platforms stand at the end of each chosen month, and which honours came meanwhile?
-- grain:   one row per chosen closing month (span point) and one per honour (span event)
-- params:  months
-- columns: period, span, part_zh, part_en, total_count, national_count, other_count, unstated_count, national_share_pct, event_zh, event_en, status, provenance
-- source:  ledger of R&D platforms; data/published/named.csv
with counted as (
    select
        period_end as period,
        sum(case when item = 'ALL' then value end) as total_count,
        sum(case when item = 'national' then value else 0 end) as national_count,
        sum(case when item = 'unstated' then value else 0 end) as unstated_count,
        max(status) as status,
        max(provenance) as provenance
    from platforms.cells
    where
        classification = 'level'
        and indicator = 'stock'
        and span = 'point'
        and list_contains($months, period_end)
    group by period_end
),

honours as (
    select * from published.named where list = 'honours'
)

select
    period, 'point' as span, '' as part_zh, '' as part_en, total_count, national_count,
    total_count - national_count - unstated_count as other_count,
    unstated_count,
    case when unstated_count = 0 then 100 * national_count / nullif(total_count, 0) end as national_share_pct,
    '' as event_zh, '' as event_en, status, provenance
from counted
union all
select
    dated as period, 'event' as span, '' as part_zh, '' as part_en, null as total_count, null as national_count,
    null as other_count, null as unstated_count, null as national_share_pct,
    name_zh as event_zh, name_en as event_en, 'press' as status, 'press' as provenance
from honours
order by span desc, period, event_zh
