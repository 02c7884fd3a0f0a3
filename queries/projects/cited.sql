-- answers: Which cited figures on projects begin with one of these names?
-- grain:   one row per figure
-- params:  prefixes
-- columns: figure_id, indicator_zh, indicator_en, value, unit, qualifier, period_start, period_end, scope, classification, quotation, publisher, published_on, link, note, note_zh, printed_zh, printed_en, provenance
-- source:  data/published/*.csv
select
    figure_id,
    indicator_zh,
    indicator_en,
    value,
    unit,
    qualifier,
    period_start,
    period_end,
    scope,
    classification,
    quotation,
    publisher,
    published_on,
    link,
    note,
    note_zh,
    printed_zh,
    printed_en,
    'press' as provenance
from published.figures
where
    domain in ('projects', 'carriers')
    and grade <> 'unverified'
    and len(list_filter($prefixes, lambda prefix: starts_with(figure_id, prefix))) > 0
order by period_end, figure_id
