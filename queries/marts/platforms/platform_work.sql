-- answers: How many R&D staff do the platforms that stand at the end of a month report, where all of them report?
-- grain:   one row per month of the ledger
-- params:
-- columns: period_end, indicator, value, reported, standing, provenance, status, source_id
-- source:  mart platform_list
with standing as (
    -- a platform with two titles tells its staff twice, and counts once
    select
        month,
        platform_code,
        max(staff) as staff,
        max(case when provenance = 'demo' then 1 else 0 end) as demo,
        max(case when status = 'preliminary' then 1 else 0 end) as preliminary,
        max(submission) as submission
    from platform_list
    where recognised_on <= month and (withdrawn_on is null or withdrawn_on > month)
    group by month, platform_code
)

select
    month as period_end,
    'staff' as indicator,
    -- one that says nothing leaves the sum unknown
    case when count(staff) = count(*) then cast(sum(staff) as double) end as value,
    count(staff) as reported,
    count(*) as standing,
    case when max(demo) = 1 then 'demo' else 'official' end as provenance,
    case when max(preliminary) = 1 then 'preliminary' else 'final' end as status,
    cast(max(submission) as varchar) as source_id
from standing
group by month
order by month
