-- answers: How do the overlapping classifications stand side by side (they are never added)?
-- grain:   one row per classification and closing month
-- params:  span, from_month, to_month
-- columns: classification, item, period, span, value_100m_yuan, base_100m_yuan, yoy_pct, enterprises_count, status, provenance
-- source:  enterprise monthly reports
with totals as (
    select * from industry.cells where item = 'ALL' and span = $span
)

select
    output.classification,
    output.item,
    output.period_end as period,
    output.span,
    output.value as value_100m_yuan,
    output.comparable_base as base_100m_yuan,
    100 * (output.value / nullif(output.comparable_base, 0) - 1) as yoy_pct,
    enterprises.value as enterprises_count,
    output.status,
    output.provenance
from totals as output
left join totals as enterprises
    on
        output.classification = enterprises.classification
        and output.period_end = enterprises.period_end
        and enterprises.indicator = 'enterprises'
where
    output.indicator = 'output'
    and output.period_end between $from_month and $to_month
order by
    case output.classification when 'leading' then 1 when 'above_scale' then 2 when 'high_tech' then 3 else 4 end,
    output.period_end
