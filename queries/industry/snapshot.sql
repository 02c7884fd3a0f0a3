-- answers: How do the items of the leading industries stand in one period: level, growth, share and contribution?
-- grain:   one row per chosen item, and one for the total
-- params:  total, items, span, month, previous_month, year_before
-- columns: item, level, parent, period, span, value_100m_yuan, base_100m_yuan, yoy_pct, previous_yoy_pct, share_pct, share_last_year_pct, increment_100m_yuan, contribution_pp, growth_share_pct, enterprises_count, status, provenance
-- source:  enterprise monthly reports
with chosen as (
    select cells.*, items.level, items.parent, items.rank
    from industry.cells
    inner join industry.items
        on cells.classification = items.classification and cells.item = items.item
    where
        cells.classification = 'leading'
        and cells.span = $span
        and (cells.item = $total or list_contains($items, cells.item))
),

output as (
    select * from chosen where indicator = 'output'
),

compared as (
    select
        now.*,
        100 * (now.value / nullif(now.comparable_base, 0) - 1) as yoy_pct,
        100 * (before.value / nullif(before.comparable_base, 0) - 1) as previous_yoy_pct,
        last_year.value as value_last_year,
        enterprises.value as enterprises_count
    from output as now
    left join output as before on now.item = before.item and before.period_end = $previous_month
    left join output as last_year on now.item = last_year.item and last_year.period_end = $year_before
    left join chosen as enterprises
        on
            now.item = enterprises.item
            and now.period_end = enterprises.period_end
            and enterprises.indicator = 'enterprises'
    where now.period_end = $month
),

total as (
    select * from compared where item = $total
)

select
    one.item, one.level, one.parent, one.period_end as period, one.span,
    one.value as value_100m_yuan,
    one.comparable_base as base_100m_yuan,
    one.yoy_pct, one.previous_yoy_pct,
    100 * one.value / nullif(total.value, 0) as share_pct,
    100 * one.value_last_year / nullif(total.value_last_year, 0) as share_last_year_pct,
    one.value - one.comparable_base as increment_100m_yuan,
    100 * (one.value - one.comparable_base) / nullif(total.comparable_base, 0) as contribution_pp,
    -- near zero growth of the total this share explodes and says nothing
    case
        when abs(total.yoy_pct) >= 0.5
            then 100 * (one.value - one.comparable_base) / (total.value - total.comparable_base)
    end as growth_share_pct,
    one.enterprises_count, one.status, one.provenance
from compared as one
cross join total
order by one.rank
