-- answers: In which months is anything reported that has a target, and where is industry complete?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  enterprise monthly reports, ledger of enterprise upgrading
with reported as (
    select period_end as month, case when status <> 'pending' then 1 else 0 end as complete, provenance
    from industry.cells
    where classification = 'leading' and item = 'ALL' and indicator = 'output' and span = 'month'
    union all
    -- a ledger may be a month ahead of industry; industry's rows are unreported there
    select period_end as month, 0 as complete, provenance
    from upgrading.cells
    where item = 'ALL' and span = 'month'
)

select
    month,
    max(complete) = 1 as is_complete,
    false as has_growth,
    case when max(case when provenance = 'demo' then 1 else 0 end) = 1 then 'demo' else 'official' end as provenance
from reported
group by month
order by month
