-- answers: Which row of a platform, title and month counts?
-- grain:   one row per platform, kind of title and month
-- params:
-- columns: month, platform_code, kind, level, subfield, recognised_on, withdrawn_on, staff, provenance, status, submission
-- source:  accepted submissions of the form platform_list
with numbered as (
    select
        platform_list_submitted.*,
        row_number() over (partition by provenance, platform_code, kind, month order by submission desc) as newness
    from platform_list_submitted
),

official as (
    select count(*) as reports
    from platform_list_submitted
    where provenance = 'official'
)

select
    month, platform_code, kind, level, coalesce(subfield, 'OTH') as subfield,
    -- a stock at the end of a month asks for months, never for days
    substring(recognised_on, 1, 7) as recognised_on,
    substring(withdrawn_on, 1, 7) as withdrawn_on,
    staff, provenance, status, submission
from numbered
cross join official
-- a ledger is a whole: the first real one replaces all demonstration rows
where
    newness = 1
    and (provenance = 'official' or official.reports = 0)
order by platform_code, kind, month
