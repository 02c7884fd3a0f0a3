-- answers: For which month ends does the release count incubators?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  ledger of incubators
select
    period_end as month,
    value is not null as is_complete,
    false as has_growth,
    provenance
from incubators.cells
where
    classification = 'level'
    and item = 'ALL'
    and indicator = 'stock'
    and span = 'point'
order by month
