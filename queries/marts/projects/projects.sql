-- answers: Which version of a project counts, in which month of the house was it signed, and in which tier is it?
-- grain:   one row per project
-- params:
-- columns: scope, project_code, month, cohort, subfield, is_sci_tech, tier, contract, funds, investor, investor_kind, is_fortune500, origin, event, registered, started, in_production, at_capacity, is_preliminary, is_demo, submission
-- source:  accepted submissions of the form project_ledger
with numbered as (
    select
        project_ledger_submitted.*,
        row_number() over (partition by provenance, project_code order by submission desc) as age
    from project_ledger_submitted
),

-- the first real ledger replaces the demonstration as a whole
official as (
    select count(*) as entries from project_ledger_submitted where provenance = 'official'
),

latest as (
    select numbered.*
    from numbered
    cross join official
    where
        numbered.age = 1
        and (official.entries = 0 or numbered.provenance = 'official')
)

select
    scope,
    project_code,
    -- January and February are one month of the house
    case
        when substr(signed_on, 6, 2) = '01' then concat(substr(signed_on, 1, 4), '-02') else substr(signed_on, 1, 7)
    end
        as month,
    substr(signed_on, 1, 4) as cohort,
    subfield,
    coalesce(is_sci_tech, false) as is_sci_tech,
    case
        when contract_amount is null then 'UNSTATED'
        when contract_amount >= 100 then 'GE100'
        when contract_amount >= 10 then 'GE10'
        else 'REST'
    end as tier,
    contract_amount as contract,
    funds_in_place as funds,
    coalesce(investor_code, project_code) as investor,
    coalesce(investor_kind, 'unstated') as investor_kind,
    coalesce(is_fortune500, false) as is_fortune500,
    coalesce(origin, 'unstated') as origin,
    event,
    -- who has come to a later stage has passed the earlier ones, whether or not their days were reported
    least(registered_on, started_on, in_production_on, at_capacity_on) as registered,
    least(started_on, in_production_on, at_capacity_on) as started,
    least(in_production_on, at_capacity_on) as in_production,
    at_capacity_on as at_capacity,
    status = 'preliminary' as is_preliminary,
    provenance = 'demo' as is_demo,
    submission
from latest
