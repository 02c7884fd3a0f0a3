-- answers: How many platforms has each sub-field, kind by kind, at the end of a month?
-- grain:   one row per sub-field, and one for all
-- params:  month
-- columns: item, name_zh, name_en, parent, period, span, enterprise_count, university_count, institute_count, titles_count, total_count, status, provenance
-- source:  ledger of R&D platforms
with stock as (
    select * from platforms.cells where indicator = 'stock' and span = 'point' and period_end = $month
),

titled as (
    select
        split_part(item, '/', 2) as subfield,
        sum(case when split_part(item, '/', 1) = 'enterprise' then value else 0 end) as enterprise_count,
        sum(case when split_part(item, '/', 1) = 'university' then value else 0 end) as university_count,
        sum(case when split_part(item, '/', 1) = 'institute' then value else 0 end) as institute_count
    from stock
    where classification = 'kind_subfield'
    group by split_part(item, '/', 2)
),

with_total as (
    select * from titled
    union all
    select
        'ALL' as subfield,
        sum(enterprise_count) as enterprise_count,
        sum(university_count) as university_count,
        sum(institute_count) as institute_count
    from titled
)

select
    with_total.subfield as item, items.name_zh, items.name_en, items.parent, stock.period_end as period, stock.span,
    enterprise_count, university_count, institute_count,
    enterprise_count + university_count + institute_count as titles_count,
    -- a platform with two titles is in two columns, and once here
    stock.value as total_count,
    stock.status, stock.provenance
from with_total
inner join stock
    on
        with_total.subfield = stock.item
        and stock.classification = case when with_total.subfield = 'ALL' then 'level' else 'subfield' end
inner join platforms.items
    on stock.classification = items.classification and stock.item = items.item
order by case when with_total.subfield = 'ALL' then 1 else 0 end, items.rank
