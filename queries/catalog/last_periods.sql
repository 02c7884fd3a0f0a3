-- answers: Up to which period does each published cell family reach?
-- grain:   one row per classification, item and indicator
-- params:
-- columns: classification, item, indicator, first_month, last_month
-- source:  enterprise monthly reports
select
    classification,
    item,
    indicator,
    min(period_end) as first_month,
    max(period_end) as last_month
from industry.cells
where
    value is not null
    and span = 'month'
group by classification, item, indicator
order by classification, item, indicator
