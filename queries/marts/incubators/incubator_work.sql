-- answers: What do the incubators that stand at the end of a month report together, where all of them report?
-- grain:   one row per month of the ledger and indicator
-- params:
-- columns: period_end, indicator, value, reported, standing, provenance, status, source_id
-- source:  mart incubator_list
with standing as (
    select *
    from incubator_list
    where recognised_on <= month and (withdrawn_on is null or withdrawn_on > month)
),

reported as (
    select standing.*, 'tenants' as indicator, cast(tenants as double) as told from standing
    union all
    select standing.*, 'graduates' as indicator, cast(graduates as double) as told from standing
    union all
    select standing.*, 'graduates_three_years' as indicator, cast(graduates_three_years as double) as told from standing
    union all
    select standing.*, 'alive_three_years' as indicator, cast(alive_three_years as double) as told from standing
    union all
    select standing.*, 'area' as indicator, cast(area as double) as told from standing
)

select
    month as period_end,
    indicator,
    -- one that says nothing leaves the sum unknown
    case when count(told) = count(*) then sum(told) end as value,
    count(told) as reported,
    count(*) as standing,
    case when max(case when provenance = 'demo' then 1 else 0 end) = 1 then 'demo' else 'official' end as provenance,
    case when max(case when status = 'preliminary' then 1 else 0 end) = 1 then 'preliminary' else 'final' end as status,
    cast(max(submission) as varchar) as source_id
from reported
group by month, indicator
order by month, indicator
