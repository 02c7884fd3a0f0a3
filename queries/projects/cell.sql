-- answers: What does one cell of the release hold? (The classification names its scope: ZGY/tier.)
-- grain:   one row, or none
-- params:  classification, item, indicator, span, month
-- columns: value, comparable_base, unit, status, provenance, source_id
-- source:  ledgers of signed projects
select
    value,
    comparable_base,
    unit,
    status,
    provenance,
    source_id
from projects.cells
where
    classification = $classification
    and item = $item
    and indicator = $indicator
    and span = $span
    and period_end = $month
order by source_id
