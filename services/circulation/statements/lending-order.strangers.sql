-- lending-order.strangers, written by `npm run emit`
-- takes uuid[]
-- gives uuid
select s.id from unnest($1::uuid[]) as s(id) where not exists (select from known_school k where k.school_id = s.id)
