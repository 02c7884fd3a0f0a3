-- answers: What had the platform reached by each month, and what came new in the month?
-- grain:   one row per closing month
-- params:  from_month, to_month
-- columns: item, period, span, enterprises, institutions, products, requests_filed, matched_count, matched_100m_yuan, new_count, new_100m_yuan, average_10k_yuan, success_pct, status, provenance
-- source:  finance platform reports
with wide as (
    select
        period_end as period,
        max(case when indicator = 'enterprises' then value end) as enterprises,
        max(case when indicator = 'institutions' then value end) as institutions,
        max(case when indicator = 'products' then value end) as products,
        max(case when indicator = 'requests_filed' then value end) as requests_filed,
        max(case when indicator = 'matched_count' then value end) as matched_count,
        max(case when indicator = 'matched_amount' then value end) as matched_amount,
        max(case when indicator = 'matched_count' then status end) as status,
        max(provenance) as provenance,
        -- months since year 0; January has none of its own
        max(11 * cast(substring(period_end, 1, 4) as integer) + cast(substring(period_end, 6, 2) as integer)) as place
    from finance.cells
    where classification = 'platform'
    group by period_end
),

followed as (
    select
        wide.*,
        -- running totals subtract only where the month before is there
        case when place = 1 + lag(place) over by_time then lag(matched_count) over by_time end as count_before,
        case when place = 1 + lag(place) over by_time then lag(matched_amount) over by_time end as amount_before
    from wide
    window by_time as (order by period)
)

select
    'ALL' as item,
    period,
    'month' as span,
    enterprises,
    institutions,
    products,
    requests_filed,
    matched_count,
    matched_amount as matched_100m_yuan,
    matched_count - count_before as new_count,
    matched_amount - amount_before as new_100m_yuan,
    10000 * matched_amount / nullif(matched_count, 0) as average_10k_yuan,
    100 * matched_count / nullif(requests_filed, 0) as success_pct,
    status,
    provenance
from followed
where period between $from_month and $to_month
order by period
