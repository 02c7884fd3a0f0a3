-- answers: Under which items of each classification is an incubator counted?
-- grain:   one row per incubator, classification and item
-- params:
-- columns: incubator_code, classification, item, recognised_on, withdrawn_on, provenance, status, submission
-- source:  mart incubators
with placed as (
    select incubators.*, 'level' as classification, 'ALL' as item from incubators
    union all
    select incubators.*, 'level' as classification, level as item from incubators
    union all
    select incubators.*, 'kind' as classification, kind as item from incubators
    union all
    select incubators.*, 'host' as classification, host as item from incubators
    union all
    select incubators.*, 'district' as classification, district as item from incubators
    union all
    -- levels within a part, so that a part's stock can be shown as the whole is
    select incubators.*, 'kind_level' as classification, kind || '/' || level as item from incubators
    union all
    select incubators.*, 'host_level' as classification, host || '/' || level as item from incubators
    union all
    select incubators.*, 'district_level' as classification, district || '/' || level as item from incubators
)

select
    incubator_code,
    classification,
    item,
    recognised_on,
    withdrawn_on,
    provenance,
    status,
    submission
from placed
order by classification, item, incubator_code
