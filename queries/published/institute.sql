-- answers: What was printed about one institute, the graphene institute, and which of its partners are named?
-- grain:   one row per figure, and one per named partner (figure_id empty)
-- params:
-- columns: figure_id, name_zh, name_en, value, unit, qualifier, printed_zh, printed_en, scope, period_start, period_end, quotation, publisher, published_on, grade, provenance
-- source: data/published/*.csv
with facts as (
    select
        figure_id, indicator_zh as name_zh, indicator_en as name_en, value, unit, qualifier, printed_zh, printed_en,
        scope, period_start, period_end, quotation, publisher, published_on, grade, 'press' as provenance
    from published.figures
    where
        domain = 'case_graphene'
        and grade <> 'unverified'
),

partners as (
    select
        '' as figure_id, name_zh, name_en, cast(null as double) as value, '' as unit, '' as qualifier,
        '' as printed_zh, '' as printed_en, '' as scope, '' as period_start, '' as period_end, quotation, publisher,
        published_on, grade, 'press' as provenance
    from published.named
    where
        list = 'partners'
        and name_zh <> ''
)

select * from facts
union all
select * from partners
order by figure_id = '', figure_id, name_zh
