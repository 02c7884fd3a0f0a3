-- answers: Which cells of a subject differ from the release before?
-- grain:   one row per changed cell
-- params:
-- columns: classification, item, indicator, period_end, span, old_value, new_value, kind
-- source:  cells of one subject in this release (attached as `later`) and in the one before (attached as `earlier`)
with shown as (
    select classification, item, indicator, period_end, span, value
    from later.cells
    where value is not null
),

-- what is suppressed now must not come back as the old value of a withdrawn cell
suppressed as (
    select distinct classification, item
    from later.cells
    where status = 'suppressed'
),

shown_before as (
    select classification, item, indicator, period_end, span, value
    from earlier.cells
    where value is not null
)

select
    coalesce(shown.classification, shown_before.classification) as classification,
    coalesce(shown.item, shown_before.item) as item,
    coalesce(shown.indicator, shown_before.indicator) as indicator,
    coalesce(shown.period_end, shown_before.period_end) as period_end,
    coalesce(shown.span, shown_before.span) as span,
    case when suppressed.item is null then shown_before.value end as old_value,
    shown.value as new_value,
    case
        when shown_before.value is null then 'new'
        when shown.value is null then 'withdrawn'
        else 'revised'
    end as kind
from shown
full outer join shown_before
    on
        shown.classification = shown_before.classification
        and shown.item = shown_before.item
        and shown.indicator = shown_before.indicator
        and shown.period_end = shown_before.period_end
        and shown.span = shown_before.span
left join suppressed
    on
        shown_before.classification = suppressed.classification
        and shown_before.item = suppressed.item
-- sums of exact decimals: a difference below one yuan is the floating form, not a revision
where
    shown.value is null
    or shown_before.value is null
    or abs(shown.value - shown_before.value) > 1e-8
order by kind, classification, item, indicator, period_end, span
