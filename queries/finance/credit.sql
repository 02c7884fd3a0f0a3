-- answers: How many loans had been paid by a month since the start, how fast, and how many were first loans?
-- grain:   one row per item: all loans, then the sub-fields that have any
-- params:  month
-- columns: item, name_zh, name_en, level, period, span, loans, borrowers, amount_100m_yuan, timed, days_median, days_p90, first_share_pct, status, provenance
-- source:  ledger of knowledge-value credit loans
select
    cells.item,
    max(items.name_zh) as name_zh,
    max(items.name_en) as name_en,
    max(items.level) as level,
    cells.period_end as period,
    'month' as span,
    max(case when cells.indicator = 'loans' then cells.value end) as loans,
    max(case when cells.indicator = 'borrowers' then cells.value end) as borrowers,
    max(case when cells.indicator = 'amount' then cells.value end) as amount_100m_yuan,
    max(case when cells.indicator = 'timed' then cells.value end) as timed,
    max(case when cells.indicator = 'days_median' then cells.value end) as days_median,
    max(case when cells.indicator = 'days_p90' then cells.value end) as days_p90,
    max(case when cells.indicator = 'first_share' then cells.value end) as first_share_pct,
    max(case when cells.indicator = 'loans' then cells.status end) as status,
    max(cells.provenance) as provenance
from finance.cells
inner join finance.items on cells.classification = items.classification and cells.item = items.item
where
    cells.classification = 'credit'
    and cells.period_end = $month
group by cells.item, cells.period_end
order by min(items.rank)
