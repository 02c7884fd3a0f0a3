-- answers: Which subjects have published figures, and how many?
-- grain:   one row per domain
-- params:
-- columns: domain, figures_count
-- source: data/published/*.csv
select
    domain,
    count(*) as figures_count
from published.figures
where grade <> 'unverified'
group by domain
order by figures_count desc, domain
