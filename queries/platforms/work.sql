-- answers: What did the platforms that stood at the end of a month report together?
-- grain:   one row per indicator, none for a month without a ledger
-- params:  month
-- columns: indicator, period, value, unit, status, provenance
-- source:  ledger of platforms
select
    indicator,
    period_end as period,
    value,
    unit,
    status,
    provenance
from platforms.cells
where
    classification = 'level'
    and item = 'ALL'
    and span = 'point'
    and indicator <> 'stock'
    and period_end = $month
order by indicator
