-- answers: What share of the projects signed in the year so far is sci-tech, by the ledger and as published?
-- grain:   one row per period and source; published shares of the core area only, and only up to the month
-- params:  scope, month
-- columns: scope, origin, period, span, share_pct, sci_tech_count, total_count, qualifier, printed_zh, printed_en, publisher, published_on, status, provenance
-- source:  ledgers of signed projects; data/published/*.csv
with ledger as (
    select
        part.period_end as period,
        part.value as sci_tech,
        whole.value as total,
        part.status,
        part.provenance
    from projects.cells as part
    inner join projects.cells as whole
        on
            whole.classification = concat($scope, '/all')
            and part.period_end = whole.period_end
            and part.span = whole.span
            and part.indicator = whole.indicator
    where
        part.classification = concat($scope, '/sci_tech')
        and part.span = 'ytd'
        and part.indicator = 'projects'
        and part.period_end = $month
)

select
    $scope as scope, 'press' as origin, period_end as period, 'ytd' as span, value as share_pct,
    cast(null as double) as sci_tech_count, cast(null as double) as total_count,
    qualifier, printed_zh, printed_en, publisher, published_on, 'press' as status, 'press' as provenance
from published.figures
where
    $scope = 'ZGY'
    and list_contains(['gxq_signed_tech_share_2020_08', 'core_signed_tech_share_ytd_2020_09'], figure_id)
    and period_end <= $month
union all
select
    $scope as scope, 'ledger' as origin, period, 'ytd' as span, 100 * sci_tech / nullif(total, 0) as share_pct,
    sci_tech as sci_tech_count, total as total_count,
    'exact' as qualifier, '' as printed_zh, '' as printed_en, '' as publisher, '' as published_on, status, provenance
from ledger
order by origin desc, period
