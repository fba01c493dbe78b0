-- serials.view, written by `npm run emit`
-- takes uuid
-- gives uuid, integer, text, text, text, text[], text, text, text, text, text, json, integer, text, text[]
select t.id, s.version, t.title, t.publisher, t.clc, t.languages, case
    when cardinality(t.languages) = 0 then null
    when not lower(t.languages::text)::text[] && array['chi','zho'] then 'foreign'
    when lower(t.languages::text)::text[] <@ array['chi','zho'] then 'chinese'
    else 'parallel' end as "languageKind",
  s.kind, s.issn, s.postal_code as "postalCode", s.cn_number as "cnNumber", s.pattern, s.price_fen as "priceFen", s.audience,
  s.core_subjects as "coreSubjects" from serial s join title t on t.id = s.title_id where s.title_id = $1
