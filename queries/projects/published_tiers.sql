-- answers: What was published of the core area's signed projects by tier, and how many came with the last month?
-- grain:   one row per tier
-- params:
-- columns: scope, item, period, span, projects_count, earlier_count, new_count, total_count, share_pct, publisher, earlier_publisher, status, provenance
-- source:  data/published/*.csv
with cited as (
    select
        max(case when figure_id = 'core_signed_projects_ytd_2020_09' then value end) as total,
        max(case when figure_id = 'core_signed_10bn_projects_ytd_2020_09' then value end) as ge100,
        max(case when figure_id = 'core_signed_1bn_projects_ytd_2020_09' then value end) as ge10,
        max(case when figure_id = 'gxq_signed_projects_2020_08' then value end) as total_before,
        max(case when figure_id = 'gxq_signed_10bn_2020_08' then value end) as ge100_before,
        max(case when figure_id = 'gxq_signed_1bn_2020_08' then value end) as ge10_before,
        max(case when figure_id = 'core_signed_projects_ytd_2020_09' then publisher end) as publisher,
        max(case when figure_id = 'gxq_signed_projects_2020_08' then publisher end) as earlier_publisher
    from published.figures
),

-- the rest is ours: total less the two tiers, on the reading that the tiers exclude each other
tiers as (
    select 1 as place, 'GE100' as item, ge100 as now, ge100_before as before, 'press' as status, * from cited
    union all
    select 2 as place, 'GE10' as item, ge10 as now, ge10_before as before, 'press' as status, * from cited
    union all
    select
        3 as place, 'REST' as item, total - ge100 - ge10 as now,
        total_before - ge100_before - ge10_before as before, 'derived' as status, *
    from cited
)

select
    'ZGY' as scope,
    item,
    '2020-09' as period,
    'ytd' as span,
    now as projects_count,
    before as earlier_count,
    now - before as new_count,
    total as total_count,
    100 * now / total as share_pct,
    publisher,
    earlier_publisher,
    status,
    'press' as provenance
from tiers
where total is not null
order by place
