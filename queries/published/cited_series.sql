-- answers: How did one indicator develop in the cited figures, and what was printed elsewhere for the same months?
-- grain:   one row per territory or region and period; a year nobody printed has a row without a value
-- params:  series
-- columns: series_id, indicator_zh, indicator_en, definition_zh, definition_en, unit, unit_en, form, territory, scope, span, period_start, period_end, value, qualifier, printed_zh, printed_en, status, break_zh, break_en, quotation, publisher, published_on, grade, remark_zh, remark_en, provenance
-- source: data/published/*.csv
with zone as (
    select * from published.cited_series
    where series_id = $series
),

remarks as (
    select
        figure_id,
        string_agg(text_zh, chr(10) order by number) as remark_zh,
        string_agg(text_en, chr(10) order by number) as remark_en
    from published.contradictions
    where figure_id <> ''
    group by figure_id
),

elsewhere as (
    select
        zone.* replace (
            left(other.series_id, 2) as territory, other.region_zh as scope, other.value_pct as value,
            'exact' as qualifier, 'press' as status, '' as break_zh, '' as break_en, '' as quotation, '' as figure_id,
            replace(printf('%.1f%%', other.value_pct), '-', chr(8722)) as printed_zh,
            replace(printf('%.1f%%', other.value_pct), '-', chr(8722)) as printed_en,
            other.publisher as publisher, other.published_on as published_on, other.grade as grade
        )
    from zone
    -- only months the zone has an observation of; another month would have nothing to stand beside
    inner join published.comparators as other
        on
            list_contains(string_split(zone.comparators, ' '), other.series_id)
            and other.month = if(zone.span = 'year', concat(zone.period_end, '-12'), zone.period_end)
    where
        zone.territory = 'ZGY'
        and other.grade <> 'unverified'
),

found as (
    select * from zone
    union all
    select * from elsewhere
)

select
    series_id, indicator_zh, indicator_en, definition_zh, definition_en, unit, unit_en, form, territory, scope, span,
    period_start, period_end, value, qualifier, printed_zh, printed_en, status, break_zh, break_en, quotation,
    publisher, published_on, grade, coalesce(remark_zh, '') as remark_zh, coalesce(remark_en, '') as remark_en,
    'press' as provenance
from found
left join remarks on found.figure_id = remarks.figure_id
order by case territory when 'cn' then 2 when 'cq' then 1 else 0 end, place
