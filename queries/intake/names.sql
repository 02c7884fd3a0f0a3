-- answers: What are the items of every subject called?
-- grain:   one row per subject, classification and item
-- params:
-- columns: subject, classification, item, name_zh, name_en
-- source:  the classifications of each subject
select 'industry' as subject, classification, item, name_zh, name_en
from industry.items
union all
select 'finance' as subject, classification, item, name_zh, name_en
from finance.items
union all
select 'upgrading' as subject, classification, item, name_zh, name_en
from upgrading.items
union all
select 'targets' as subject, classification, item, name_zh, name_en
from targets.items
union all
select 'incubators' as subject, classification, item, name_zh, name_en
from incubators.items
union all
select 'platforms' as subject, classification, item, name_zh, name_en
from platforms.items
union all
select 'projects' as subject, classification, item, name_zh, name_en
from projects.items
order by subject, classification, item
