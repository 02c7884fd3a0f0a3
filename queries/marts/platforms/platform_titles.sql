-- answers: What does the newest ledger say of each title of a platform?
-- grain:   one row per platform and kind of title
-- params:
-- columns: platform_code, kind, level, subfield, recognised_on, withdrawn_on, provenance, status, submission
-- source:  mart platform_list
with numbered as (
    select
        platform_list.*,
        row_number() over (partition by platform_code, kind order by month desc) as newness
    from platform_list
)

select
    platform_code,
    kind,
    level,
    subfield,
    recognised_on,
    withdrawn_on,
    provenance,
    status,
    submission
from numbered
where newness = 1
order by platform_code, kind
