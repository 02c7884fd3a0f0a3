-- answers: Which months do the ledgers of finance reach, and for which of them has the platform reported?
-- grain:   one row per closing month
-- params:
-- columns: month, is_complete, has_growth, provenance
-- source:  finance platform reports, ledger of knowledge-value credit loans
with months as (
    select
        period_end as month,
        max(case when classification = 'platform' then 1 else 0 end) as platform,
        max(provenance) as provenance
    from finance.cells
    where
        classification in ('platform', 'credit')
        and value is not null
    group by period_end
)

select
    month,
    -- without any platform report the loans alone make a month
    platform = max(platform) over () as is_complete,
    false as has_growth,
    provenance
from months
order by month
