-- answers: Which months does the ledger of enterprise upgrading cover (those of industry while there is none)?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  ledger of enterprise upgrading, enterprise monthly reports
with covered as (
    select period_end as month, max(case when provenance = 'demo' then 1 else 0 end) as demo
    from upgrading.cells
    where item = 'ALL' and span = 'month'
    group by period_end
),

months as (
    select month, demo from covered
    union all
    select period_end as month, case when provenance = 'demo' then 1 else 0 end as demo
    from industry.cells
    where
        classification = 'leading'
        and item = 'ALL'
        and indicator = 'output'
        and span = 'month'
        -- a page needs a month to stand at before anything is reported
        and not exists (select 1 from covered)
)

select
    month,
    true as is_complete,
    false as has_growth,
    case when demo = 1 then 'demo' else 'official' end as provenance
from months
order by month
