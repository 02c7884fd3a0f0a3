-- answers: Where do the sources agree, contradict each other or change their basis, and which figures does it concern?
-- grain:   one row per matter and figure concerned; a matter whose figures were left out has one row without a figure
-- params:
-- columns: number, reading, text_zh, text_en, figure_id
-- source: data/published/contradictions.csv
select
    number,
    reading,
    text_zh,
    text_en,
    figure_id
from published.contradictions
order by number, figure_id
