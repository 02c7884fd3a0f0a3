-- answers: From when to when does each platform stand, whatever its titles?
-- grain:   one row per platform
-- params:
-- columns: platform_code, level, subfield, recognised_on, withdrawn_on, provenance, status, submission
-- source:  mart platform_titles
select
    platform_code,
    -- the highest of its titles; one that says its level speaks for one that does not
    case min(case level when 'national' then 1 when 'provincial' then 2 when 'municipal' then 3 else 4 end)
        when 1 then 'national'
        when 2 then 'provincial'
        when 3 then 'municipal'
        else 'unstated'
    end as level,
    min(subfield) as subfield,
    min(recognised_on) as recognised_on,
    -- it stands as long as one of its titles does
    case when count(withdrawn_on) = count(*) then max(withdrawn_on) end as withdrawn_on,
    min(provenance) as provenance,
    max(status) as status,
    max(submission) as submission
from platform_titles
group by platform_code
order by platform_code
