-- answers: Which targets hold, as first set and as changed within the year?
-- grain:   one row per year, indicator, scope and whether it was revised
-- params:
-- columns: year, indicator, scope, kind, value, unit, set_on, revised, provenance, status, submission
-- source:  accepted submissions of the form annual_targets
with numbered as (
    select
        annual_targets_submitted.*,
        row_number() over (partition by provenance, year, indicator, scope, revised order by submission) as version,
        count(*) over (partition by provenance, year, indicator, scope, revised) as versions
    from annual_targets_submitted
),

official_years as (
    select distinct year from annual_targets_submitted where provenance = 'official'
)

select
    numbered.year,
    numbered.indicator,
    numbered.scope,
    numbered.kind,
    cast(numbered.value as double) as value,
    numbered.measured_in as unit,
    numbered.set_on,
    numbered.revised,
    numbered.provenance,
    case when numbered.versions > 1 then 'revised' else numbered.status end as status,
    numbered.submission
from numbered
left join official_years on numbered.year = official_years.year
where
    numbered.version = numbered.versions
    -- the first real targets of a year replace its demonstration targets
    and (numbered.provenance = 'official' or official_years.year is null)
