-- answers: Which months does the release hold, and which of them have reports of every leading industry?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  enterprise monthly reports
select
    period_end as month,
    status <> 'pending' as is_complete,
    comparable_base is not null as has_growth,
    provenance
from industry.cells
where
    classification = 'leading'
    and item = 'ALL'
    and indicator = 'output'
    and span = 'month'
order by month
