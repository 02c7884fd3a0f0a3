-- answers: What does the newest ledger say of each incubator?
-- grain:   one row per incubator
-- params:
-- columns: incubator_code, kind, level, host, district, recognised_on, withdrawn_on, provenance, status, submission
-- source:  mart incubator_list
with numbered as (
    select
        incubator_list.*,
        row_number() over (partition by incubator_code order by month desc) as newness
    from incubator_list
)

select
    incubator_code,
    coalesce(kind, 'unstated') as kind,
    level,
    coalesce(host, 'unstated') as host,
    coalesce(district, 'unstated') as district,
    recognised_on,
    withdrawn_on,
    provenance,
    status,
    submission
from numbered
where newness = 1
order by incubator_code
