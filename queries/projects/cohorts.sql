-- answers: How far had the projects of each year of signing come by the end of the month?
-- grain:   one row per year of signing
-- params:  scope, month
-- columns: scope, cohort, period, signed_count, registered_count, started_count, in_production_count, at_capacity_count, undated_count, registered_pct, started_pct, in_production_pct, at_capacity_pct, status, provenance
-- source:  ledgers of signed projects
with wide as (
    select
        scope,
        item as cohort,
        period_end as period,
        max(case when indicator = 'signed' then value end) as signed,
        max(case when indicator = 'registered' then value end) as registered,
        max(case when indicator = 'started' then value end) as started,
        max(case when indicator = 'in_production' then value end) as in_production,
        max(case when indicator = 'at_capacity' then value end) as at_capacity,
        max(case when indicator = 'undated' then value end) as undated,
        max(status) as status,
        max(provenance) as provenance
    from projects.cells
    where
        classification = concat($scope, '/cohort')
        and period_end = $month
    group by scope, item, period_end
)

select
    scope,
    cohort,
    period,
    signed as signed_count,
    registered as registered_count,
    started as started_count,
    in_production as in_production_count,
    at_capacity as at_capacity_count,
    undated as undated_count,
    100 * registered / nullif(signed, 0) as registered_pct,
    100 * started / nullif(signed, 0) as started_pct,
    100 * in_production / nullif(signed, 0) as in_production_pct,
    100 * at_capacity / nullif(signed, 0) as at_capacity_pct,
    status,
    provenance
from wide
order by cohort
