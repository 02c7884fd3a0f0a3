-- answers: How do the overlapping classifications stand side by side in one period (they are never added)?
-- grain:   one row per classification
-- params:  span, month, previous_month
-- columns: classification, item, period, span, value_100m_yuan, base_100m_yuan, yoy_pct, previous_yoy_pct, enterprises_count, mean_100m_yuan, status, provenance
-- source:  enterprise monthly reports
with totals as (
    select * from industry.cells where item = 'ALL' and span = $span
),

output as (
    select
        totals.*,
        100 * (value / nullif(comparable_base, 0) - 1) as yoy_pct
    from totals
    where indicator = 'output'
)

select
    now.classification,
    now.item,
    now.period_end as period,
    now.span,
    now.value as value_100m_yuan,
    now.comparable_base as base_100m_yuan,
    now.yoy_pct,
    before.yoy_pct as previous_yoy_pct,
    enterprises.value as enterprises_count,
    now.value / nullif(enterprises.value, 0) as mean_100m_yuan,
    now.status,
    now.provenance
from output as now
left join output as before
    on now.classification = before.classification and before.period_end = $previous_month
left join totals as enterprises
    on
        now.classification = enterprises.classification
        and now.period_end = enterprises.period_end
        and enterprises.indicator = 'enterprises'
where now.period_end = $month
order by case now.classification when 'leading' then 1 when 'above_scale' then 2 when 'high_tech' then 3 else 4 end
