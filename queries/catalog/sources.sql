-- answers: Which accepted reports is the release built from?
-- grain:   one row per submission
-- params:
-- columns: source_id, form, file, provenance, received_on
-- source:  accepted submissions
select
    source_id,
    form,
    file,
    provenance,
    received_on
from industry.sources
order by cast(source_id as integer)
