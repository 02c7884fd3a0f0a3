-- answers: Which row of an incubator and month counts?
-- grain:   one row per incubator and month
-- params:
-- columns: month, incubator_code, kind, level, host, district, recognised_on, withdrawn_on, tenants, graduates, graduates_three_years, alive_three_years, area, provenance, status, submission
-- source:  accepted submissions of the form incubator_list
with numbered as (
    select
        incubator_list_submitted.*,
        row_number() over (partition by provenance, incubator_code, month order by submission desc) as newness
    from incubator_list_submitted
),

official as (
    select count(*) as reports
    from incubator_list_submitted
    where provenance = 'official'
)

select
    month, incubator_code, kind, level, host, district,
    -- a stock at the end of a month asks for months, never for days
    substring(recognised_on, 1, 7) as recognised_on,
    substring(withdrawn_on, 1, 7) as withdrawn_on,
    tenants, graduates, graduates_three_years, alive_three_years, area,
    provenance, status, submission
from numbered
cross join official
-- a ledger is a whole: the first real one replaces all demonstration rows
where
    newness = 1
    and (provenance = 'official' or official.reports = 0)
order by incubator_code, month
