-- answers: Of what were the projects signed in one period: tiers, fields, kinds of investor, origins, sci-tech?
-- grain:   one row per item, largest classification order first; a part that occurred never in the ledger has no row
-- params:  scope, kind, span, month
-- columns: scope, item, level, parent, period, span, projects_count, new_count, total_count, share_pct, status, provenance
-- source:  ledgers of signed projects
with chosen as (
    select cells.*, items.level, items.parent, items.rank
    from projects.cells
    inner join projects.items
        on cells.classification = items.classification and cells.item = items.item
    where
        cells.classification = concat($scope, '/', $kind)
        and cells.indicator = 'projects'
        and cells.period_end = $month
),

whole as (
    select value
    from projects.cells
    where
        classification = concat($scope, '/all')
        and indicator = 'projects'
        and span = $span
        and period_end = $month
)

select
    now.scope,
    now.item,
    now.level,
    now.parent,
    now.period_end as period,
    now.span,
    now.value as projects_count,
    in_month.value as new_count,
    whole.value as total_count,
    100 * now.value / nullif(whole.value, 0) as share_pct,
    now.status,
    now.provenance
from chosen as now
inner join chosen as in_month on now.item = in_month.item and in_month.span = 'month'
cross join whole
where now.span = $span
order by now.rank, now.item
