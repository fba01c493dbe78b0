-- title-edits.copies, written by `npm run emit`
-- takes uuid[]
-- gives integer
select count(*)::int as copies from title t join copy c on c.title_id = t.id and c.clc is not distinct from t.clc
   where t.id = any($1::uuid[]) and c.stock_state <> 'withdrawn'
