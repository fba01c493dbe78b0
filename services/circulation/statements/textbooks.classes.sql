-- textbooks.classes, written by `npm run emit`
-- takes uuid
-- gives uuid, text, integer, text, integer
select c.class_id as "classId", c.section, c.entry_year as "entryYear", s.stream,
     (select count(*)::int from known_reader r
      where r.class_id = c.class_id and r.school_id = c.school_id and r.kind = 'student' and r.standing = 'active') as pupils
   from known_class c left join textbook_class_stream s on s.class_id = c.class_id
   where c.school_id = $1
