-- repairs.take, written by `npm run emit`
-- takes uuid, text, text, date, text, text, uuid[], uuid[], text[]
-- gives uuid
insert into repair (id, school_id, copy_id, damage, source, was, taken_on, taken_by, note)
   select g.id, $1::uuid, g.copy_id, $2::text, $3::text, g.was, $4::date, $5::text, $6::text
   from unnest($7::uuid[], $8::uuid[], $9::text[]) as g(id, copy_id, was)
   on conflict (copy_id) where state = 'in-repair' do nothing returning copy_id as id
