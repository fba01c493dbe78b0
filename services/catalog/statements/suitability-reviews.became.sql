-- suitability-reviews.became, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives nothing
update suitability_review r set title_id = m.title_id from unnest($1::uuid[], $2::uuid[]) as m(id, title_id)
   where r.id = m.id and r.title_id is null
