-- answers: How did the number of incubators come from its opening to its closing: opening + added - removed = closing?
-- grain:   one row per step of one period
-- params:  month, span
-- columns: step, period, span, value_count, status, provenance
-- source:  ledger of incubators
with steps as (
    select
        indicator as step,
        period_end as period,
        span,
        value,
        status,
        provenance
    from incubators.cells
    where
        classification = 'level'
        and item = 'ALL'
        and period_end = $month
        and span = $span
        and indicator in ('opening', 'added', 'removed')
    union all
    select
        'closing' as step,
        period_end as period,
        $span as span,
        value,
        status,
        provenance
    from incubators.cells
    where
        classification = 'level'
        and item = 'ALL'
        and period_end = $month
        and span = 'point'
        and indicator = 'stock'
)

select
    step,
    period,
    span,
    value as value_count,
    status,
    provenance
from steps
order by case step when 'opening' then 1 when 'added' then 2 when 'removed' then 3 else 4 end
