-- answers: What do the ledgers hold for one event, beside what was published of it?
-- grain:   one row, or none
-- params:  scope, event
-- columns: scope, event, period, projects_count, contract_100m_yuan, fortune500_count, mean_100m_yuan, status, provenance
-- source:  ledgers of signed projects
with wide as (
    select
        scope,
        item as event,
        period_end as period,
        max(case when indicator = 'projects' then value end) as projects,
        max(case when indicator = 'contract' then value end) as contract,
        max(case when indicator = 'fortune500' then value end) as fortune500,
        max(status) as status,
        max(provenance) as provenance
    from projects.cells
    where
        classification = concat($scope, '/event')
        and item = $event
    group by scope, item, period_end
)

select
    scope,
    event,
    period,
    projects as projects_count,
    contract as contract_100m_yuan,
    fortune500 as fortune500_count,
    contract / nullif(projects, 0) as mean_100m_yuan,
    status,
    provenance
from wide
order by event
