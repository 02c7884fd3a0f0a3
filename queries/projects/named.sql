-- answers: What does print name in a list of projects, and which places of it have no name?
-- grain:   one row per place of the list
-- params:  list
-- columns: rank, name_zh, name_en, item, stage, dated, quotation, publisher, published_on, lists_count, provenance
-- source:  data/published/named.csv
select
    named.rank,
    named.name_zh,
    named.name_en,
    named.item,
    named.stage,
    named.dated,
    named.quotation,
    named.publisher,
    named.published_on,
    -- a project that stands in both lists of projects must not be counted twice
    count(twice.list) as lists_count,
    'press' as provenance
from published.named
left join published.named as twice
    on
        named.name_zh = twice.name_zh
        and named.name_zh <> ''
        and twice.list in ('big10', 'proj65')
where named.list = $list
group by all
order by named.rank
