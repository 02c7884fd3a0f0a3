-- answers: How many platforms stand at the end of each month, and how many came and went in it and since New Year?
-- grain:   one row per classification, item, closing month and span
-- params:
-- columns: classification, item, period_end, span, opening, added, removed, closing, provenance, status, source_id
-- source:  mart platform_items, windows (closing months and the month each span starts after)
select
    platform_items.classification,
    platform_items.item,
    windows.period_end,
    windows.span,
    sum(case
        when recognised_on <= windows.starts_after and (withdrawn_on is null or withdrawn_on > windows.starts_after)
            then 1
        else 0
    end) as opening,
    sum(case
        when recognised_on > windows.starts_after and recognised_on <= windows.period_end then 1 else 0
    end) as added,
    sum(case
        when withdrawn_on > windows.starts_after and withdrawn_on <= windows.period_end then 1 else 0
    end) as removed,
    sum(case
        when recognised_on <= windows.period_end and (withdrawn_on is null or withdrawn_on > windows.period_end)
            then 1
        else 0
    end) as closing,
    case when max(case when provenance = 'demo' then 1 else 0 end) = 1 then 'demo' else 'official' end as provenance,
    case when max(case when status = 'preliminary' then 1 else 0 end) = 1 then 'preliminary' else 'final' end as status,
    cast(max(submission) as varchar) as source_id
from platform_items
cross join windows
group by platform_items.classification, platform_items.item, windows.period_end, windows.span
order by platform_items.classification, platform_items.item, windows.period_end, windows.span
