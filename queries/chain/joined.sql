-- answers: How do the first columns of the chain stand beside output that follows them by a number of months?
-- grain:   one row per measure and month
-- params:  tables, item, lag_months, from_month, to_month
-- columns: item, classification, indicator, month, shown_month, value, yoy_pct, unit, status, provenance
-- source:  release files of the subjects in `tables`
with measured as (
    select
        *,
        classification = 'leading' as is_output
    from query_table($tables, true)
    where
        item = $item
        and (classification, indicator, span) in (
            ('subfield', 'stock', 'point'), ('credit', 'loans', 'point'), ('leading', 'output', 'month')
        )
        and period_end between $from_month and $to_month
),

moved as (
    select
        *,
        -- only where it is shown moves; output stays where it is
        strftime(
            cast(concat(period_end, '-01') as date) + to_months(if(is_output, 0, cast($lag_months as integer))), '%Y-%m'
        ) as calendar_month
    from measured
)

select
    item,
    classification,
    indicator,
    period_end as month,
    -- January has no observation of its own: it is shown with 1—2月
    if(calendar_month like '%-01', concat(left(calendar_month, 4), '-02'), calendar_month) as shown_month,
    value,
    if(is_output, 100 * (value / nullif(comparable_base, 0) - 1), null) as yoy_pct,
    unit,
    status,
    provenance
from moved
order by is_output, classification desc, indicator, month
