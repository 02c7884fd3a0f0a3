-- answers: What does each item come to, and how concentrated is it (for disclosure control, never for readers)?
-- grain:   one row per classification, item, month and span
-- params:
-- columns: classification, item, period_end, span, value, comparable_base, contributors, top1, top2, base_contributors, base_top1, base_top2, enterprises, status, provenance, source_id
-- source:  marts sums and reported_parts
with spans as (
    select 'month' as span
    union all
    select 'ytd' as span
)

select
    reported_parts.classification,
    reported_parts.item,
    reported_parts.month as period_end,
    spans.span,
    case when parts_reported = parts_expected then sums.value end as value,
    case when parts_reported = parts_expected then sums.comparable_base end as comparable_base,
    coalesce(sums.contributors, 0) as contributors,
    sums.top1,
    sums.top2,
    sums.base_contributors,
    sums.base_top1,
    sums.base_top2,
    case when parts_reported = parts_expected then sums.enterprises end as enterprises,
    case
        when parts_reported < parts_expected then 'pending'
        when sums.value is null then 'not_published'
        when sums.revised = 1 then 'revised'
        when sums.preliminary = 1 then 'preliminary'
        else 'final'
    end as status,
    case when coalesce(sums.demo, 1) = 1 then 'demo' else 'official' end as provenance,
    cast(sums.source_id as varchar) as source_id
from reported_parts
cross join spans
left join sums
    on
        reported_parts.classification = sums.classification
        and reported_parts.item = sums.item
        and reported_parts.month = sums.month
        and spans.span = sums.span
order by reported_parts.classification, reported_parts.item, period_end, spans.span
