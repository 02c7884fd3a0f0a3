-- answers: How many projects of each item were signed in each month and in the year so far, and for how much?
-- grain:   one row per scope, classification, item, month and span; months without a signing count 0
-- params:
-- columns: scope, classification, item, month, span, projects, contract, is_preliminary, is_demo, source_id
-- source:  mart memberships, months (every month of the house from the first signing to the last)
with items as (
    select
        scope,
        classification,
        item,
        max(case when is_demo then 1 else 0 end) as is_demo
    from memberships
    group by scope, classification, item
),

spans as (
    select month, month as closing, 'month' as span from months
    union all
    select earlier.month, months.month as closing, 'ytd' as span
    from months
    inner join months as earlier
        on substr(months.month, 1, 4) = substr(earlier.month, 1, 4) and months.month >= earlier.month
)

select
    items.scope,
    items.classification,
    items.item,
    spans.closing as month,
    spans.span,
    count(memberships.project_code) as projects,
    -- one contract without an amount leaves the sum unknown; amounts are told for the whole only
    case
        when items.classification = 'all' and count(memberships.project_code) = count(memberships.contract)
            then coalesce(sum(memberships.contract), 0)
    end as contract,
    max(case when memberships.is_preliminary then 1 else 0 end) as is_preliminary,
    items.is_demo,
    max(memberships.submission) as source_id
from items
cross join spans
left join memberships
    on
        items.scope = memberships.scope
        and items.classification = memberships.classification
        and items.item = memberships.item
        and spans.month = memberships.month
group by items.scope, items.classification, items.item, spans.closing, spans.span, items.is_demo
