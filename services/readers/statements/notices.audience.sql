-- notices.audience, written by `npm run emit`
-- takes uuid, integer, uuid, boolean, timestamp with time zone, timestamp with time zone, uuid
-- gives uuid, uuid, boolean, boolean, json
with r as (
     select r.id, r.class_id, r.kind = 'student' as is_pupil from reader r left join school_class k on k.id = r.class_id
     where r.id = $1::uuid and is_here(r.kind, r.left_on, k.section, k.entry_year, $2::int)
   ), k as (
     select coalesce((select class_id from r), $3::uuid) as id,
       $4::boolean as of_school
   ), c as (
     select 'reader' as recipient, c.reader_id as id, c.language from r join notice_contact c on c.reader_id = r.id and c.whose = 'reader'
     union all
     select 'guardian', g.id, c.language from r join guardian g on g.reader_id = r.id and g.consent_on is not null and g.withdrawn_on is null
       join notice_contact c on c.guardian_id = g.id
     union all
     select 'class-teacher', t.id, t.language from (
       select distinct c.account_id as id, c.language from k join account_grant t on t.role = 'teacher'
         and (t.starts_at is null or t.starts_at <= $5::timestamptz) and (t.ends_at is null or t.ends_at > $6::timestamptz)
         and (t.class_id = k.id or (k.of_school and t.school_id = $7::uuid and t.class_id is not null))
       join account a on a.id = t.account_id and a.disabled_at is null
       join notice_contact c on c.account_id = a.id and c.school_id = t.school_id order by 1 limit 500) t
   )
   select (select id from r) as "readerId", (select class_id from r) as "classId", (select is_pupil from r) as "isPupil",
     (select k.of_school or exists (select from school_class s where s.id = k.id) from k) as "hasClasses",
     coalesce((select json_agg(json_build_object('recipient', c.recipient, 'id', c.id, 'language', c.language)) from c), '[]') as reachable
