-- answers: What do the contributors of each item add up to, and how large are the largest two?
-- grain:   one row per classification, item, month and span that anybody reported
-- params:
-- columns: classification, item, month, span, value, comparable_base, contributors, top1, top2, base_contributors, base_top1, base_top2, enterprises, demo, revised, preliminary, source_id
-- source:  mart contributions
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
)

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
order by classification, item, month, span
