-- answers: How many entries of each kind are new in the month, and in the year to date?
-- grain:   one row per kind, indicator, item, closing month and span
-- params:
-- columns: classification, indicator, item, period_end, span, value, revised, preliminary, demo, source_id
-- source:  mart entries, members (made from data/taxonomy), months (all observations the ledger covers)
with placed as (
    select entries.*, members.item
    from entries
    inner join members
        on
            (members.dimension = 'subfield' and entries.subfield = members.part)
            or (members.dimension = 'size' and entries.size = members.part)
),

kinds as (
    select
        kind, indicator, max(submission) as source_id, max(case when provenance = 'demo' then 1 else 0 end) as demo
    from entries
    group by kind, indicator
),

items as (
    select distinct item from members
),

grid as (
    select kinds.*, items.item, months.month
    from kinds
    cross join items
    cross join months
),

monthly as (
    select
        grid.kind, grid.indicator, grid.item, grid.month, grid.demo, grid.source_id,
        substring(grid.month, 1, 4) as year,
        -- within the months the ledger covers, no entry is a true zero
        count(placed.code) as new,
        max(case when placed.status = 'revised' then 1 else 0 end) as revised,
        max(case when placed.status = 'preliminary' then 1 else 0 end) as preliminary
    from grid
    left join placed
        on
            grid.kind = placed.kind and grid.indicator = placed.indicator
            and grid.item = placed.item and grid.month = placed.month
    group by grid.kind, grid.indicator, grid.item, grid.month, grid.demo, grid.source_id
)

select
    kind as classification, indicator, item, month as period_end, 'month' as span,
    new as value, revised, preliminary, demo, source_id
from monthly
union all
select
    kind as classification, indicator, item, month as period_end, 'ytd' as span, sum(new) over year_so_far as value,
    max(revised) over year_so_far as revised, max(preliminary) over year_so_far as preliminary,
    demo, source_id
from monthly
window year_so_far as (partition by kind, indicator, item, year order by month)
