-- answers: What was signed at each event, and how many Fortune 500 investors took part?
-- grain:   one row per scope and event
-- params:
-- columns: scope, event, month, projects, contract, fortune500, is_demo, source_id
-- source:  mart projects
select
    scope,
    event,
    max(month) as month,
    count(*) as projects,
    case when count(*) = count(contract) then sum(contract) end as contract,
    -- an investor of several projects counts once
    count(distinct case when is_fortune500 then investor end) as fortune500,
    max(case when is_demo then 1 else 0 end) as is_demo,
    max(submission) as source_id
from projects
where event is not null
group by scope, event
