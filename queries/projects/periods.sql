-- answers: Which months do the ledgers of signed projects hold?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  ledgers of signed projects
select
    period_end as month,
    true as is_complete,
    false as has_growth,
    min(provenance) as provenance
from projects.cells
where
    item = 'ALL'
    and indicator = 'projects'
    and span = 'month'
group by period_end
order by month
