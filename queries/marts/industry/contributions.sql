-- answers: How much does each contributor put into each item of each classification?
-- grain:   one row per classification, item, month, span and contributor
-- params:
-- columns: classification, item, month, span, contributor, output, base, enterprises, outputs_missing, bases_missing, demo, revised, preliminary, submission
-- source:  mart enterprise_spans, membership (made from data/taxonomy)
with members as (
    select
        membership.classification,
        membership.item,
        enterprise_spans.*
    from enterprise_spans
    inner join membership on enterprise_spans.subfield = membership.subfield
    where
        (membership.classification <> 'high_tech' or enterprise_spans.is_high_tech)
        and (membership.classification <> 'strategic' or enterprise_spans.is_strategic)
)

select
    classification,
    item,
    month,
    span,
    contributor,
    sum(output) as output,
    sum(base) as base,
    count(*) as enterprises,
    sum(case when output is null then 1 else 0 end) as outputs_missing,
    sum(case when base is null then 1 else 0 end) as bases_missing,
    max(case when provenance = 'demo' then 1 else 0 end) as demo,
    max(case when status = 'revised' then 1 else 0 end) as revised,
    max(case when status = 'preliminary' then 1 else 0 end) as preliminary,
    max(submission) as submission
from members
group by classification, item, month, span, contributor
