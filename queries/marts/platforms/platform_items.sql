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
    union all
    -- levels within a part, so that a part's stock can be shown as the whole is
    select platforms.*, 'subfield_level' as classification, subfield || '/' || level as item from platforms
),

titled as (
    select platform_titles.*, 'kind' as classification, kind as item from platform_titles
    union all
    select platform_titles.*, 'kind_level' as classification, kind || '/' || level as item from platform_titles
    union all
    -- kind and sub-field together, for the matrix of both
    select platform_titles.*, 'kind_subfield' as classification, kind || '/' || subfield as item from platform_titles
)

select platform_code, classification, item, recognised_on, withdrawn_on, provenance, status, submission
from placed
union all
select platform_code, classification, item, recognised_on, withdrawn_on, provenance, status, submission
from titled
order by classification, item, platform_code
