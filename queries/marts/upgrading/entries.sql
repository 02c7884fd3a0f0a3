-- answers: Which entry of the ledger counts, and in which month?
-- grain:   one row per entry
-- params:
-- columns: code, kind, indicator, subfield, size, month, provenance, status, submission
-- source:  accepted submissions of the form upgrading_list
with numbered as (
    select
        upgrading_list_submitted.*,
        row_number() over (partition by provenance, code order by submission) as version,
        count(*) over (partition by provenance, code) as versions
    from upgrading_list_submitted
),

official as (
    select count(*) as entries from upgrading_list_submitted where provenance = 'official'
)

select
    numbered.code,
    numbered.kind,
    -- enterprises and projects are counted apart: different units make no sum and no rate
    case when numbered.subject_kind = 'project' then 'projects' else 'enterprises' end as indicator,
    numbered.subfield,
    numbered.size,
    -- January and February are one observation
    case
        when substring(numbered.happened_on, 6, 2) = '01' then substring(numbered.happened_on, 1, 4) || '-02'
        else substring(numbered.happened_on, 1, 7)
    end as month,
    numbered.provenance,
    case when numbered.versions > 1 then 'revised' else numbered.status end as status,
    numbered.submission
from numbered
cross join official
where
    numbered.version = numbered.versions
    -- the first real ledger replaces the demonstration ledger
    and (numbered.provenance = 'official' or official.entries = 0)
