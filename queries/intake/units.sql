-- answers: In what unit does each family of cells stand?
-- grain:   one row per subject, classification, item, indicator and span
-- params:
-- columns: subject, classification, item, indicator, span, unit
-- source:  the cells of each subject
select distinct 'industry' as subject, classification, item, indicator, span, unit
from industry.cells
union all
select distinct 'finance' as subject, classification, item, indicator, span, unit
from finance.cells
union all
select distinct 'upgrading' as subject, classification, item, indicator, span, unit
from upgrading.cells
union all
select distinct 'targets' as subject, classification, item, indicator, span, unit
from targets.cells
union all
select distinct 'incubators' as subject, classification, item, indicator, span, unit
from incubators.cells
union all
select distinct 'platforms' as subject, classification, item, indicator, span, unit
from platforms.cells
union all
select distinct 'projects' as subject, classification, item, indicator, span, unit
from projects.cells
order by subject, classification, item, indicator, span
