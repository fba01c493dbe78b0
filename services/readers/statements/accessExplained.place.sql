-- accessExplained.place, written by `npm run emit`
-- takes uuid, uuid, uuid
-- gives uuid, uuid, uuid
select coalesce(r.school_id, c.school_id, s.id) as "schoolId", coalesce(r.class_id, c.id) as "classId",
     r.id as "readerId"
   from (select 1) one
     left join reader r on r.id = $3
     left join school_class c on c.id = $2
     left join school s on s.id = $1
   where ($1::uuid is null or coalesce(r.school_id, c.school_id, s.id) = $1)
     and ($2::uuid is null or coalesce(r.class_id, c.id) = $2)
     and ($3::uuid is null or r.id is not null)
