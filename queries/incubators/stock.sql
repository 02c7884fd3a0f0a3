-- answers: How many incubators stand at the end of each chosen month, and how many of them are national?
-- grain:   one row per chosen closing month
-- params:  months
-- columns: period, span, total_count, national_count, other_count, unstated_count, national_share_pct, status, provenance
-- source:  ledger of incubators
with counted as (
    select
        period_end as period,
        sum(case when item = 'ALL' then value end) as total_count,
        sum(case when item = 'national' then value else 0 end) as national_count,
        sum(case when item = 'unstated' then value else 0 end) as unstated_count,
        max(status) as status,
        max(provenance) as provenance
    from incubators.cells
    where
        classification = 'level'
        and indicator = 'stock'
        and span = 'point'
        and list_contains($months, period_end)
    group by period_end
)

select
    period,
    'point' as span,
    total_count,
    national_count,
    total_count - national_count - unstated_count as other_count,
    unstated_count,
    -- a share of what is only partly known would be a lower bound, and is not published
    case when unstated_count = 0 then 100 * national_count / nullif(total_count, 0) end as national_share_pct,
    status,
    provenance
from counted
order by period
