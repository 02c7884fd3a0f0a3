-- answers: How many projects were signed in one scope, period by period, and for how much?
-- grain:   one row per item and closing month, items in the order of the taxonomy
-- params:  scope, items, span, from_month, to_month
-- columns: scope, item, period, span, projects_count, contract_100m_yuan, earlier_count, earlier_100m_yuan, status, provenance
-- source:  ledgers of signed projects
with chosen as (
    select
        cells.scope,
        cells.item,
        max(items.rank) as rank,
        cells.period_end,
        cells.span,
        max(case when indicator = 'projects' then value end) as projects,
        max(case when indicator = 'contract' then value end) as contract,
        max(case when indicator = 'projects' then status end) as status,
        max(provenance) as provenance
    from projects.cells
    inner join projects.items
        on cells.classification = items.classification and cells.item = items.item
    where
        cells.classification in (concat($scope, '/all'), concat($scope, '/field'))
        and list_contains($items, cells.item)
        and cells.span = $span
    group by cells.scope, cells.item, cells.period_end, cells.span
),

-- the same months a year before, of the same scope
compared as (
    select
        now.*,
        before.projects as earlier_projects,
        before.contract as earlier_contract
    from chosen as now
    left join chosen as before
        on
            now.item = before.item
            and cast(substr(now.period_end, 1, 4) as integer) = cast(substr(before.period_end, 1, 4) as integer) + 1
            and substr(now.period_end, 6) = substr(before.period_end, 6)
)

select
    scope,
    item,
    period_end as period,
    span,
    projects as projects_count,
    contract as contract_100m_yuan,
    earlier_projects as earlier_count,
    earlier_contract as earlier_100m_yuan,
    status,
    provenance
from compared
where period_end between $from_month and $to_month
order by rank, item, period_end
