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
            (members.dimension = 'subfield' and members.part = entries.subfield)
            or (members.dimension = 'size' and members.part = entries.size)
),

grid as (
    select kinds.kind, kinds.indicator, items.item, months.month
    from (select distinct kind, indicator from entries) as kinds
    cross join (select distinct item from members) as items
    cross join months
),

monthly as (
    select
        grid.kind, grid.indicator, grid.item, grid.month,
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
    group by grid.kind, grid.indicator, grid.item, grid.month
),

origin as (
    select
        max(case when provenance = 'demo' then 1 else 0 end) as demo,
        max(submission) as source_id
    from entries
)

select kind as classification, indicator, item, month as period_end, 'month' as span,
    new as value, revised, preliminary, origin.demo, origin.source_id
from monthly cross join origin
union all
select kind, indicator, item, month, 'ytd',
    sum(new) over year_so_far, max(revised) over year_so_far, max(preliminary) over year_so_far,
    origin.demo, origin.source_id
from monthly cross join origin
window year_so_far as (partition by kind, indicator, item, year order by month)
