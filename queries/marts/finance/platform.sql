-- answers: What did the platform hold at the end of each month?
-- grain:   one row per month
-- params:
-- columns: month, enterprises, institutions, products, requests_filed, matched_count, matched_amount, provenance, status, source_id
-- source:  accepted submissions of the form finance_platform
with numbered as (
    select
        finance_platform_submitted.*,
        row_number() over (partition by provenance, month order by submission) as version,
        count(*) over (partition by provenance, month) as versions
    from finance_platform_submitted
),

official_months as (
    select distinct month from finance_platform_submitted where provenance = 'official'
)

select
    numbered.month,
    numbered.enterprises,
    numbered.institutions,
    numbered.products,
    numbered.requests_filed,
    numbered.matched_count,
    -- reported in 10 thousand yuan
    cast(numbered.matched_amount as double) / 10000 as matched_amount,
    numbered.provenance,
    case when numbered.versions > 1 then 'revised' else numbered.status end as status,
    cast(numbered.submission as varchar) as source_id
from numbered
left join official_months on numbered.month = official_months.month
where
    numbered.version = numbered.versions
    -- the first real report of a month replaces the demonstration values there
    and (numbered.provenance = 'official' or official_months.month is null)
