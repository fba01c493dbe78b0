-- researchRequests.put, written by `npm run emit`
-- takes uuid, jsonb
-- gives nothing
insert into research_material (request_id, position, title_id, words, link)
   select $1, t.at, (t.m->>'titleId')::uuid, t.m->>'words', t.m->>'link'
   from jsonb_array_elements($2::jsonb) with ordinality as t(m, at)
