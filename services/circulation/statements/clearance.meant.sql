-- clearance.meant, written by `npm run emit`
-- takes uuid, uuid[], uuid, integer, integer
-- gives uuid, uuid
select r.reader_id as "readerId", r.class_id as "classId" from known_reader r left join known_class k on k.class_id = r.class_id
   where r.school_id = $1 and case
     when $2::uuid[] is not null then r.reader_id = any($2)
     when $3::uuid is not null then r.class_id = $3
     else r.kind = 'student' and r.standing = 'active' and (case when $5::int - coalesce(k.entry_year, r.entry_year) between 0 and case coalesce(k.section, r.section) when 'primary' then 6 else 3 end - 1
     then case coalesce(k.section, r.section) when 'primary' then 1 when 'junior' then 7 else 10 end + $5::int - coalesce(k.entry_year, r.entry_year) end) = $4::int end
   order by r.reader_id
