-- answers: Which claims of rank were printed, by whom, about what and among what?
-- grain:   one row per claim, in the order of the file; claims have no order of rank
-- params:
-- columns: claim_id, text_zh, text_en, about_zh, about_en, scope_zh, scope_en, period_start, period_end, quotation, publisher, published_on, grade, link, note, note_zh, figure_id
-- source: data/published/claims.csv
select
    claim_id,
    text_zh,
    text_en,
    about_zh,
    about_en,
    scope_zh,
    scope_en,
    period_start,
    period_end,
    quotation,
    publisher,
    published_on,
    grade,
    link,
    note,
    note_zh,
    figure_id
from published.claims
-- an unverified page is never shown as a fact, and a claim of rank least of all
where grade <> 'unverified'
order by period_end, claim_id
