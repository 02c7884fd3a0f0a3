-- answers: How far had the projects signed in a year come by the end of each month?
-- grain:   one row per scope, year of signing and month
-- params:
-- columns: scope, cohort, month, signed, registered, started, in_production, at_capacity, undated, is_demo, source_id
-- source:  mart projects, months
select
    projects.scope,
    projects.cohort,
    months.month,
    count(*) as signed,
    -- '-31' sorts after every day of the month
    sum(case when registered <= concat(months.month, '-31') then 1 else 0 end) as registered,
    sum(case when started <= concat(months.month, '-31') then 1 else 0 end) as started,
    sum(case when in_production <= concat(months.month, '-31') then 1 else 0 end) as in_production,
    sum(case when at_capacity <= concat(months.month, '-31') then 1 else 0 end) as at_capacity,
    sum(case when registered <= concat(months.month, '-31') then 0 else 1 end) as undated,
    max(case when is_demo then 1 else 0 end) as is_demo,
    max(submission) as source_id
from projects
inner join months on projects.month <= months.month
group by projects.scope, projects.cohort, months.month
