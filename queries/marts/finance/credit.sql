-- answers: What had been lent by the end of each month since the start, in all and by sub-field?
-- grain:   one row per month and item
-- params:
-- columns: period_end, item, loans, borrowers, amount, timed, days_median, days_p90, first_share, provenance, status, source_id
-- source:  mart loans, finance_months
with members as (
    select 'ALL' as item, loans.* from loans
    union all
    select subfield as item, loans.* from loans
)

select
    finance_months.month as period_end,
    members.item,
    count(*) as loans,
    count(distinct members.borrower) as borrowers,
    -- the ledger is in 10 thousand yuan
    sum(members.amount) / 10000 as amount,
    count(members.days) as timed,
    percentile_cont(0.5) within group (order by members.days) as days_median,
    -- the number of days within which nine of ten loans were paid: a whole day that occurred
    percentile_disc(0.9) within group (order by members.days) as days_p90,
    100.0 * sum(case when members.first_loan then 1 else 0 end) / nullif(count(members.first_loan), 0) as first_share,
    case when max(case when members.provenance = 'demo' then 1 else 0 end) = 1 then 'demo' else 'official' end
        as provenance,
    case when max(case when members.status = 'preliminary' then 1 else 0 end) = 1 then 'preliminary' else 'final' end
        as status,
    cast(max(members.source_id) as varchar) as source_id
from finance_months
inner join members on finance_months.month >= members.paid_month
group by finance_months.month, members.item
