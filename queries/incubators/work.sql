-- answers: What did the incubators that stood at the end of a month report together?
-- grain:   one row per indicator, none for a month without a ledger
-- params:  month
-- columns: indicator, period, value, unit, status, provenance
-- source:  ledger of incubators
select
    indicator,
    period_end as period,
    value,
    unit,
    status,
    provenance
from incubators.cells
where
    classification = 'level'
    and item = 'ALL'
    and span = 'point'
    and indicator <> 'stock'
    and period_end = $month
order by indicator
