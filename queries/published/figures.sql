-- answers: Which published figures match a search, and who printed them?
-- grain:   one row per figure
-- params:  search, domain, grades
-- columns: figure_id, origin, domain, indicator_zh, indicator_en, alias_zh, value, unit, qualifier, period, period_kind, period_start, period_end, scope, classification, quotation, publisher, title, published_on, grade, link, read_at, note, note_zh, printed_zh, printed_en
-- source: data/published/*.csv
with searched as (
    select
        *,
        lower(
            concat_ws(' ', indicator_zh, indicator_en, alias_zh, quotation, publisher, figure_id, scope)
        ) as words,
        -- every word of the search must stand in the row; an empty search finds all
        string_split(trim(lower($search)), ' ') as wanted
    from published.figures
    where
        ($domain = '' or domain = $domain)
        and list_contains($grades, grade)
)

select
    figure_id,
    origin,
    domain,
    indicator_zh,
    indicator_en,
    alias_zh,
    value,
    unit,
    qualifier,
    period,
    period_kind,
    period_start,
    period_end,
    scope,
    classification,
    quotation,
    publisher,
    title,
    published_on,
    grade,
    link,
    read_at,
    note,
    note_zh,
    printed_zh,
    printed_en
from searched
where len(list_filter(wanted, lambda word: not contains(words, word))) = 0
order by origin, domain, scope, period_end, figure_id
