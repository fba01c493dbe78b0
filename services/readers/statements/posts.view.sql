-- posts.view, written by `npm run emit`
-- takes uuid[], uuid
-- gives uuid, integer, uuid, text, text, text, text, text[], integer
select p.id, p.version, p.school_id as "schoolId", s.name as "schoolName", p.name, p.role,
    p.responsibilities, p.operations,
    (select count(*)::int from account_grant g where g.post_id = p.id and ($1::uuid[] is null or g.school_id = any($1))) as holders
  from post p left join school s on s.id = p.school_id where p.id = $2
