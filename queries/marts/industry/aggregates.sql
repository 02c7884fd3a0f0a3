-- answers: What does each item come to, and how concentrated is it (for disclosure control, never for readers)?
-- grain:   one row per classification, item, month and span
-- params:
-- columns: classification, item, period_end, span, value, comparable_base, contributors, top1, top2, base_contributors, base_top1, base_top2, enterprises, status, provenance, source_id
-- source:  marts contributions and reported_parts
with ranked as (
    select
        contributions.*,
        row_number() over (
            partition by classification, item, month, span order by output desc, contributor
        ) as place,
        row_number() over (
            partition by classification, item, month, span order by base desc, contributor
        ) as base_place
    from contributions
),

summed as (
    select
        classification,
        item,
        month,
        span,
        -- 10 thousand yuan to 100 million yuan; one missing part leaves the sum unknown
        case when sum(outputs_missing) = 0 then cast(sum(output) as double) / 10000 end as value,
        case when sum(bases_missing) = 0 then cast(sum(base) as double) / 10000 end as comparable_base,
        count(*) as contributors,
        cast(max(case when place = 1 then output end) as double) / 10000 as top1,
        cast(coalesce(max(case when place = 2 then output end), 0) as double) / 10000 as top2,
        sum(case when base <> 0 then 1 else 0 end) as base_contributors,
        cast(max(case when base_place = 1 then base end) as double) / 10000 as base_top1,
        cast(coalesce(max(case when base_place = 2 then base end), 0) as double) / 10000 as base_top2,
        sum(enterprises) as enterprises,
        max(demo) as demo,
        max(revised) as revised,
        max(preliminary) as preliminary,
        max(submission) as source_id
    from ranked
    group by classification, item, month, span
),

spans as (
    select 'month' as span
    union all
    select 'ytd' as span
)

select
    reported_parts.classification,
    reported_parts.item,
    reported_parts.month as period_end,
    spans.span,
    case when parts_reported = parts_expected then summed.value end as value,
    case when parts_reported = parts_expected then summed.comparable_base end as comparable_base,
    coalesce(summed.contributors, 0) as contributors,
    summed.top1,
    summed.top2,
    summed.base_contributors,
    summed.base_top1,
    summed.base_top2,
    case when parts_reported = parts_expected then summed.enterprises end as enterprises,
    case
        when parts_reported < parts_expected then 'pending'
        when summed.value is null then 'not_published'
        when summed.revised = 1 then 'revised'
        when summed.preliminary = 1 then 'preliminary'
        else 'final'
    end as status,
    case when coalesce(summed.demo, 1) = 1 then 'demo' else 'official' end as provenance,
    cast(summed.source_id as varchar) as source_id
from reported_parts
cross join spans
left join summed
    on
        reported_parts.classification = summed.classification
        and reported_parts.item = summed.item
        and reported_parts.month = summed.month
        and spans.span = summed.span
order by reported_parts.classification, reported_parts.item, period_end, spans.span
