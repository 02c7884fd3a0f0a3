-- answers: Which record of an enterprise and month counts?
-- grain:   one row per enterprise and month
-- params:
-- columns: month, subfield, enterprise_code, contributor, is_high_tech, is_strategic, output_month, output_ytd, base_month, base_ytd, provenance, status, submission
-- source:  accepted submissions of the form enterprise_output
with numbered as (
    select
        enterprise_output_submitted.*,
        row_number() over (partition by provenance, enterprise_code, month order by submission) as version,
        count(*) over (partition by provenance, enterprise_code, month) as versions
    from enterprise_output_submitted
),

official_months as (
    select distinct month from enterprise_output_submitted where provenance = 'official'
)

select
    numbered.month,
    numbered.subfield,
    numbered.enterprise_code,
    -- enterprises of one group count as one contributor in disclosure control
    coalesce(numbered.group_code, numbered.enterprise_code) as contributor,
    numbered.is_high_tech,
    numbered.is_strategic,
    numbered.output_month,
    numbered.output_ytd,
    numbered.base_month,
    numbered.base_ytd,
    numbered.provenance,
    case when numbered.versions > 1 then 'revised' else numbered.status end as status,
    numbered.submission
from numbered
left join official_months on numbered.month = official_months.month
where
    numbered.version = numbered.versions
    -- the first real report of a month replaces the demonstration values there
    and (numbered.provenance = 'official' or official_months.month is null)
