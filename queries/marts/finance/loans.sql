-- answers: Which loans were paid out, and after how many working days?
-- grain:   one row per loan paid out
-- params:
-- columns: loan_code, borrower, subfield, paid_month, days, amount, first_loan, provenance, status, source_id
-- source:  accepted submissions of the form credit_loans; working_calendar (made from data/calendar)
with numbered as (
    select
        credit_loans_submitted.*,
        row_number() over (partition by provenance, loan_code order by submission) as version,
        count(*) over (partition by provenance, loan_code) as versions,
        max(case when provenance = 'official' then 1 else 0 end) over () as any_official
    from credit_loans_submitted
)

select
    numbered.loan_code,
    numbered.enterprise_code as borrower,
    numbered.subfield,
    substring(numbered.paid_on, 1, 7) as paid_month,
    -- the day of application does not count, the day of pay-out does; outside the holiday table it is not known
    paid.number - applied.number as days,
    cast(numbered.amount as double) as amount,
    numbered.first_loan,
    numbered.provenance,
    numbered.status,
    numbered.submission as source_id
from numbered
left join working_calendar as applied on numbered.applied_on = applied.day
left join working_calendar as paid on numbered.paid_on = paid.day
where
    numbered.version = numbered.versions
    and (numbered.provenance = 'official' or numbered.any_official = 0)
    and numbered.paid_on is not null
