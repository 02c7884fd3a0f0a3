-- answers: How many entries has each kind of upgrading, new in the month and in the year to date?
-- grain:   one row per kind and what it counts (enterprises or projects); the kinds overlap and are never added
-- params:  month
-- columns: classification, indicator, name_zh, name_en, period, new_count, ytd_count, unit, status, provenance
-- source:  ledger of enterprise upgrading
select
    to_date.classification,
    to_date.indicator,
    items.name_zh,
    items.name_en,
    to_date.period_end as period,
    of_month.value as new_count,
    to_date.value as ytd_count,
    to_date.unit,
    to_date.status,
    to_date.provenance
from upgrading.cells as to_date
inner join upgrading.items on to_date.classification = items.classification and to_date.item = items.item
left join upgrading.cells as of_month
    on
        to_date.classification = of_month.classification
        and to_date.item = of_month.item
        and to_date.indicator = of_month.indicator
        and to_date.period_end = of_month.period_end
        and of_month.span = 'month'
where
    to_date.item = 'ALL'
    and to_date.span = 'ytd'
    and to_date.period_end = $month
order by items.rank, to_date.indicator
