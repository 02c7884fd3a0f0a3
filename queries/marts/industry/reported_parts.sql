-- answers: Have all parts of an item reported the month (services come a month later than industry)?
-- grain:   one row per classification, item and month
-- params:
-- columns: classification, item, month, parts_expected, parts_reported
-- source:  mart enterprise_output, membership (made from data/taxonomy)
with parts as (
    select distinct membership.classification, membership.item, membership.part
    from membership
    inner join enterprise_output on membership.subfield = enterprise_output.subfield
),

months as (
    select distinct month from enterprise_output
),

reported as (
    select distinct membership.classification, membership.item, membership.part, enterprise_output.month
    from membership
    inner join enterprise_output on membership.subfield = enterprise_output.subfield
)

select
    parts.classification,
    parts.item,
    months.month,
    count(parts.part) as parts_expected,
    count(reported.part) as parts_reported
from parts
cross join months
left join reported
    on
        parts.classification = reported.classification
        and parts.item = reported.item
        and parts.part = reported.part
        and months.month = reported.month
group by parts.classification, parts.item, months.month
order by parts.classification, parts.item, months.month
