-- answers: What is stated about each fund as of each day?
-- grain:   one row per fund and day
-- params:
-- columns: item, as_of, period_end, name_zh, name_en, planned, qualifier, paid_in, invested, provenance, status, source_id
-- source:  accepted submissions of the form fund_list
with numbered as (
    select
        fund_list_submitted.*,
        row_number() over (partition by provenance, fund_code, as_of order by submission) as version,
        count(*) over (partition by provenance, fund_code, as_of) as versions,
        max(case when provenance = 'official' then 1 else 0 end) over () as any_official
    from fund_list_submitted
)

select
    fund_code as item,
    as_of,
    -- a day of January belongs to 1-2月
    case
        when substring(as_of, 6, 2) = '01' then concat(substring(as_of, 1, 4), '-02')
        else substring(as_of, 1, 7)
    end as period_end,
    name as name_zh,
    coalesce(name_en, name) as name_en,
    cast(planned_size as double) as planned,
    -- a blank qualifier means that the number is exact
    coalesce(planned_qualifier, 'exact') as qualifier,
    cast(paid_in as double) as paid_in,
    cast(invested as double) as invested,
    provenance,
    case when versions > 1 then 'revised' else status end as status,
    cast(submission as varchar) as source_id
from numbered
where
    version = versions
    -- the first real list replaces the demonstration as a whole
    and (provenance = 'official' or any_official = 0)
