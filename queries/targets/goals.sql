-- answers: What are the targets of the year, as first set and as changed within it?
-- grain:   one row per indicator and scope
-- params:  year
-- columns: indicator, scope, kind, target_value, original_value, unit, set_on, revised_on, provenance
-- source:  annual targets
with original as (
    select * from targets.goals where year = $year and not revised
),

revised as (
    select * from targets.goals where year = $year and revised
)

select
    coalesce(revised.indicator, original.indicator) as indicator,
    coalesce(revised.scope, original.scope) as scope,
    coalesce(revised.kind, original.kind) as kind,
    coalesce(revised.value, original.value) as target_value,
    -- only where the target was changed: both are shown then
    case when revised.indicator is not null then original.value end as original_value,
    coalesce(revised.unit, original.unit) as unit,
    original.set_on,
    revised.set_on as revised_on,
    coalesce(revised.provenance, original.provenance) as provenance
from original
full outer join revised
    on original.indicator = revised.indicator and original.scope = revised.scope
order by kind desc, indicator, scope
