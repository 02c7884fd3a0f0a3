-- answers: What does print name in a list (honours, centres, facilities, milestones, alliance, rings)?
-- grain:   one row per place of the list, places without a name included
-- params:  list
-- columns: list, rank, name_zh, name_en, item, stage, dated, figure_id, quotation, title, published_on, read_at, publisher, grade, link, provenance
-- source:  data/published/named.csv
select
    named.list,
    named.rank,
    named.name_zh,
    named.name_en,
    named.item,
    named.stage,
    named.dated,
    named.figure_id,
    named.quotation,
    named.title,
    named.published_on,
    named.read_at,
    named.publisher,
    named.grade,
    named.link,
    'press' as provenance
from published.named
where named.list = $list
order by named.rank
