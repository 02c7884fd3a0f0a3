-- answers: How much of what was agreed has arrived, by year of signing, as the ledger stands?
-- grain:   one row per year of signing, and one for all years together (cohort ALL)
-- params:  scope
-- columns: scope, cohort, period, contract_100m_yuan, funds_100m_yuan, in_place_pct, status, provenance
-- source:  ledgers of signed projects
with wide as (
    select
        scope,
        item as cohort,
        period_end as period,
        max(case when indicator = 'contract' then value end) as contract,
        max(case when indicator = 'funds' then value end) as funds,
        max(status) as status,
        max(provenance) as provenance
    from projects.cells
    where classification = concat($scope, '/funds')
    group by scope, item, period_end
)

select
    scope,
    cohort,
    period,
    contract as contract_100m_yuan,
    funds as funds_100m_yuan,
    100 * funds / nullif(contract, 0) as in_place_pct,
    status,
    provenance
from wide
order by case when cohort = 'ALL' then 1 else 0 end, cohort
