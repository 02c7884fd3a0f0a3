-- answers: To which items of which classification does a project belong? (Sub-fields also count in their industry.)
-- grain:   one row per project, classification and item
-- params:
-- columns: scope, classification, item, project_code, month, contract, is_preliminary, is_demo, submission
-- source:  mart projects, fields (made from data/taxonomy)
with named as (
    select projects.*, 'all' as classification, 'ALL' as item from projects
    union all
    select projects.*, 'field' as classification, projects.subfield as item from projects
    union all
    select projects.*, 'field' as classification, fields.industry as item
    from projects
    inner join fields on projects.subfield = fields.subfield
    union all
    select projects.*, 'tier' as classification, projects.tier as item from projects
    union all
    select projects.*, 'investor' as classification, projects.investor_kind as item from projects
    union all
    select projects.*, 'origin' as classification, projects.origin as item from projects
    union all
    select projects.*, 'sci_tech' as classification, 'SCI' as item from projects where projects.is_sci_tech
)

select
    scope,
    classification,
    item,
    project_code,
    month,
    contract,
    is_preliminary,
    is_demo,
    submission
from named
