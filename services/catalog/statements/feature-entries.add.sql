-- feature-entries.add, written by `npm run emit`
-- takes uuid, jsonb, date, text, uuid
-- gives uuid
insert into feature_entry (id, version, resource_id, name, subject, description, title_id, copy_id, url, entered_on, entered_by)
   select e.id, 1, $1, coalesce(e.name, t.title), e.subject, e.description, t.id, c.id, e.url, $3, $4
   from jsonb_to_recordset($2::jsonb) as e(id uuid, name text, subject text, description text, "titleId" uuid, "copyId" uuid, url text)
   left join copy c on c.id = e."copyId" and ($5::uuid is null or c.school_id = $5)
   left join title t on t.id = coalesce(e."titleId", c.title_id) and t.merged_into is null
   where (e."titleId" is null or t.id is not null) and (e."copyId" is null or c.id is not null)
   returning id
