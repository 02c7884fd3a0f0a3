-- answers: What is the target size of each fund, and how much of it is paid in and invested, as last stated?
-- grain:   one row per fund
-- params:  month
-- columns: item, name_zh, name_en, as_of, planned_100m_yuan, qualifier, paid_in_100m_yuan, invested_100m_yuan, leverage_times, status, provenance
-- source:  lists of guided and equity funds
with numbered as (
    select
        fund_statements.*,
        row_number() over (partition by item order by as_of desc) as latest
    from finance.fund_statements
    where period_end <= $month
)

select
    numbered.item,
    items.name_zh,
    items.name_en,
    numbered.as_of,
    numbered.planned as planned_100m_yuan,
    numbered.qualifier,
    numbered.paid_in as paid_in_100m_yuan,
    numbered.invested as invested_100m_yuan,
    -- both must be stated
    numbered.invested / nullif(numbered.paid_in, 0) as leverage_times,
    numbered.status,
    numbered.provenance
from numbered
inner join finance.items on items.classification = 'fund' and numbered.item = items.item
where numbered.latest = 1
order by items.rank
