-- answers: Which parts of the R&D platforms can be shown by themselves?
-- grain:   one row per classification and item that ever held any
-- params:
-- columns: part, classification, name_zh, name_en
-- source:  ledger of R&D platforms
with held as (
    select
        classification,
        item
    from platforms.cells
    where
        indicator = 'stock'
        and classification not in ('level', 'kind_subfield')
    group by classification, item
    having max(value) > 0
)

select
    held.classification || '/' || held.item as part,
    held.classification,
    items.name_zh,
    items.name_en
from held
inner join platforms.items
    on held.classification = items.classification and held.item = items.item
where held.item <> 'unstated'
order by held.classification desc, items.rank
