-- answers: What did each enterprise produce in the month and in the year to date, and in the same time a year before?
-- grain:   one row per enterprise, month and span
-- params:
-- columns: month, span, subfield, enterprise_code, contributor, is_high_tech, is_strategic, output, base, provenance, status, submission
-- source:  mart enterprise_output
with dated as (
    select
        enterprise_output.*,
        cast(substring(month, 1, 4) as integer) as year,
        cast(substring(month, 6, 2) as integer) as month_number
    from enterprise_output
),

cumulated as (
    select
        dated.*,
        sum(output_month) over year_so_far as summed_ytd,
        count(*) over year_so_far as reported
    from dated
    window year_so_far as (partition by provenance, enterprise_code, year order by month_number)
),

completed as (
    select
        cumulated.*,
        -- a sum of months stands for the year to date only where no month is missing (1-2月 is one report)
        coalesce(output_ytd, case when reported = month_number - 1 then summed_ytd end) as whole_ytd
    from cumulated
),

compared as (
    select
        completed.*,
        -- without a reported base the enterprise's own record of a year before is its comparable base
        coalesce(completed.base_month, earlier.output_month) as known_base_month,
        coalesce(completed.base_ytd, earlier.whole_ytd) as known_base_ytd
    from completed
    left join completed as earlier
        on
            completed.provenance = earlier.provenance
            and completed.enterprise_code = earlier.enterprise_code
            and completed.year = earlier.year + 1
            and completed.month_number = earlier.month_number
)

select
    month, 'month' as span, subfield, enterprise_code, contributor, is_high_tech, is_strategic,
    output_month as output, known_base_month as base, provenance, status, submission
from compared
union all
select
    month, 'ytd' as span, subfield, enterprise_code, contributor, is_high_tech, is_strategic,
    whole_ytd as output, known_base_ytd as base, provenance, status, submission
from compared
