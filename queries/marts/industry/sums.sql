-- answers: What do the contributors of each item add up to, and how large are the largest two?
-- grain:   one row per classification, item, month and span that anybody reported
-- params:
-- columns: classification, item, month, span, value, comparable_base, contributors, top1, top2, base_contributors, base_top1, base_top2, enterprises, demo, revised, preliminary, source_id
-- source:  mart contributions
with placed as (
    select
        contributions.*,
        max(output) over whole as largest_output,
        max(base) over whole as largest_base
    from contributions
    window whole as (partition by classification, item, month, span)
),

summed as (
    select
        classification,
        item,
        month,
        span,
        sum(output) as output,
        sum(base) as base,
        sum(outputs_missing) as outputs_missing,
        sum(bases_missing) as bases_missing,
        count(*) as contributors,
        max(largest_output) as top1,
        -- two that share the first place are first and second
        case
            when sum(case when output = largest_output then 1 else 0 end) > 1 then max(largest_output)
            else max(case when output < largest_output then output end)
        end as top2,
        sum(case when base <> 0 then 1 else 0 end) as base_contributors,
        max(largest_base) as base_top1,
        case
            when sum(case when base = largest_base then 1 else 0 end) > 1 then max(largest_base)
            else max(case when base < largest_base then base end)
        end as base_top2,
        sum(enterprises) as enterprises,
        max(demo) as demo,
        max(revised) as revised,
        max(preliminary) as preliminary,
        max(submission) as source_id
    from placed
    group by classification, item, month, span
)

select
    classification, item, month, span,
    -- 10 thousand yuan to 100 million yuan; one missing part leaves the sum unknown
    case when outputs_missing = 0 then cast(output as double) / 10000 end as value,
    case when bases_missing = 0 then cast(base as double) / 10000 end as comparable_base,
    contributors,
    cast(top1 as double) / 10000 as top1, cast(coalesce(top2, 0) as double) / 10000 as top2,
    base_contributors,
    cast(base_top1 as double) / 10000 as base_top1, cast(coalesce(base_top2, 0) as double) / 10000 as base_top2,
    enterprises, demo, revised, preliminary, source_id
from summed
order by classification, item, month, span
