-- answers: What does one cell of the release hold?
-- grain:   one row, or none
-- params:  classification, item, indicator, span, month
-- columns: value, comparable_base, unit, status, provenance, source_id
-- source:  ledger of R&D platforms
select
    value,
    comparable_base,
    unit,
    status,
    provenance,
    source_id
from platforms.cells
where
    classification = $classification
    and item = $item
    and indicator = $indicator
    and span = $span
    and period_end = $month
order by source_id
