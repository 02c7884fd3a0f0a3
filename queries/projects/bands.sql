-- answers: Which counts of projects by amount were published, and do their tiers nest or exclude each other?
-- grain:   one row per tier
-- params:
-- columns: set, wording, about_zh, about_en, scope_zh, scope_en, period_start, period_end, total_count, lower_100m_yuan, upper_100m_yuan, projects_count, quotation, publisher, published_on, provenance
-- source:  data/published/bands.csv
select
    set,
    wording,
    about_zh,
    about_en,
    scope_zh,
    scope_en,
    period_start,
    period_end,
    total as total_count,
    lower as lower_100m_yuan,
    upper as upper_100m_yuan,
    count as projects_count,
    quotation,
    publisher,
    published_on,
    'press' as provenance
from published.bands
order by period_end, set, lower desc
