-- answers: Which published values of industry differ from the release before?
-- grain:   one row per changed cell
-- params:  kinds
-- columns: classification, item, indicator, period, span, old_value, new_value, kind
-- source:  comparison of two releases
select
    classification,
    item,
    indicator,
    period_end as period,
    span,
    old_value,
    new_value,
    kind
from changes.cells
where
    subject = 'industry'
    and list_contains($kinds, kind)
order by kind, abs(coalesce(new_value, 0) - coalesce(old_value, 0)) desc, classification, item, indicator, period, span
