-- answers: How fast did industry and output grow in the nation, the municipality and provinces?
-- grain:   one row per series, region and month
-- params:  series, from_month, to_month
-- columns: series_id, region_zh, indicator_zh, indicator_en, month, span, value_pct, publisher, published_on, grade, note, note_zh, provenance
-- source: data/published/*.csv
select
    series_id,
    region_zh,
    indicator_zh,
    indicator_en,
    month,
    span,
    value_pct,
    publisher,
    published_on,
    grade,
    note,
    note_zh,
    'press' as provenance
from published.comparators
where
    list_contains($series, series_id)
    and month between $from_month and $to_month
    -- an unverified number is never set beside the zone's growth
    and grade <> 'unverified'
order by series_id, region_zh, month
