-- answers: Under which items of each classification is a platform counted?
-- grain:   one row per platform, classification and item (a platform of two kinds has two rows in 'kind')
-- params:
-- columns: platform_code, classification, item, recognised_on, withdrawn_on, provenance, status, submission
-- source:  mart platforms, platform_titles
with placed as (
    select platforms.*, 'level' as classification, 'ALL' as item from platforms
    union all
    select platforms.*, 'level' as classification, level as item from platforms
    union all
    select platforms.*, 'subfield' as classification, subfield as item from platforms
)

select platform_code, classification, item, recognised_on, withdrawn_on, provenance, status, submission
from placed
union all
select platform_code, 'kind' as classification, kind as item, recognised_on, withdrawn_on, provenance, status, submission
from platform_titles
union all
-- kind and sub-field together, for the matrix of both
select
    platform_code,
    'kind_subfield' as classification,
    kind || '/' || subfield as item,
    recognised_on,
    withdrawn_on,
    provenance,
    status,
    submission
from platform_titles
order by classification, item, platform_code
