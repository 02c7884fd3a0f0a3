-- answers: What was agreed with the projects of each year of signing, and how much of it has arrived?
-- grain:   one row per scope and year of signing, and one per scope for all years (cohort ALL)
-- params:
-- columns: scope, cohort, signed, contract, funds, is_demo, source_id
-- source:  mart projects
with cohorts as (
    select projects.*, projects.cohort as part from projects
    union all
    select projects.*, 'ALL' as part from projects
)

select
    scope,
    part as cohort,
    count(*) as signed,
    -- one missing amount leaves the sum unknown, and so its rate
    case when count(*) = count(contract) then sum(contract) end as contract,
    case when count(*) = count(funds) then sum(funds) end as funds,
    max(case when is_demo then 1 else 0 end) as is_demo,
    max(submission) as source_id
from cohorts
group by scope, part
