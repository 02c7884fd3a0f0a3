-- answers: How many loans paid since the start took how many working days from application to pay-out?
-- grain:   one row per number of days
-- params:  month
-- columns: item, period, span, days, loans, timed, days_median, days_p90, status, provenance
-- source:  ledger of knowledge-value credit loans
with told as (
    select
        period_end,
        max(case when indicator = 'timed' then value end) as timed,
        max(case when indicator = 'days_median' then value end) as days_median,
        max(case when indicator = 'days_p90' then value end) as days_p90,
        max(case when indicator = 'timed' then status end) as status
    from finance.cells
    where
        classification = 'credit'
        and item = 'ALL'
        and period_end = $month
    group by period_end
)

select
    'ALL' as item,
    credit_days.period_end as period,
    'month' as span,
    credit_days.days,
    credit_days.loans,
    told.timed,
    told.days_median,
    told.days_p90,
    told.status,
    credit_days.provenance
from finance.credit_days
inner join told on credit_days.period_end = told.period_end
order by credit_days.days
