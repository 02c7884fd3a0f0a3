-- answers: What do release and cited figures hold along the innovation chain for one sub-field, newest up to a month?
-- grain:   one row per measure of the release, per list of names, and per cited figure of the whole science city
-- params:  tables, item, month, figures
-- columns: item, classification, indicator, span, period_end, value, comparable_base, unit, qualifier, printed_zh, printed_en, publisher, status, provenance
-- source:  release files of the subjects in `tables`; data/published/*.csv
with measured as (
    select
        item, classification, indicator, span, period_end, value, comparable_base, unit, qualifier,
        '' as printed_zh, '' as printed_en, '' as publisher, status, provenance
    -- whichever subjects the release has: each file holds the same columns
    from query_table($tables, true)
    where
        item = $item
        and period_end <= $month
    qualify row_number() over (partition by classification, indicator, span order by period_end desc) = 1
),

listed as (
    select
        item, 'named' as classification, list as indicator, 'point' as span, '' as period_end,
        cast(count(*) as double) as value, cast(null as double) as comparable_base, '个' as unit,
        -- print names some and leaves others unnamed, so what is named is the least there is
        'at_least' as qualifier, '' as printed_zh, '' as printed_en, min(publisher) as publisher,
        'press' as status, 'press' as provenance
    from published.named
    where
        item = $item
        and name_zh <> ''
    group by list, item
),

whole as (
    select
        $item as item, 'whole' as classification, figure_id as indicator, 'point' as span, period_end, value,
        cast(null as double) as comparable_base, unit, qualifier, printed_zh, printed_en, publisher,
        'press' as status, 'press' as provenance
    from published.figures
    where list_contains($figures, figure_id)
)

select * from measured
union all
select * from listed
union all
select * from whole
order by classification, indicator, span
