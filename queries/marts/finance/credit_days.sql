-- answers: How many loans paid since the start took how many working days?
-- grain:   one row per month and number of days
-- params:
-- columns: period_end, days, loans, provenance
-- source:  mart loans, finance_months
select
    finance_months.month as period_end,
    loans.days,
    count(*) as loans,
    case when max(case when loans.provenance = 'demo' then 1 else 0 end) = 1 then 'demo' else 'official' end
        as provenance
from finance_months
inner join loans on finance_months.month >= loans.paid_month
where loans.days is not null
group by finance_months.month, loans.days
