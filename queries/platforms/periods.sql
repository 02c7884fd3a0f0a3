-- answers: For which month ends does the release count R&D platforms?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  ledger of R&D platforms
select
    period_end as month,
    value is not null as is_complete,
    false as has_growth,
    provenance
from platforms.cells
where
    classification = 'level'
    and item = 'ALL'
    and indicator = 'stock'
    and span = 'point'
order by month
