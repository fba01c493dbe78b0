-- reading-notes.list, written by `npm run emit`
-- takes boolean, uuid[], uuid[], uuid[], uuid, uuid, uuid, text, uuid, bigint
-- gives uuid, uuid, uuid, uuid, uuid, text, text, text, text, text, text
select id, reader_id as "readerId", school_id as "schoolId", class_id as "classId", title_id as "titleId", kind, text,
  sorted_as as "sortedAs",  state as status, handed_in_on::text as "handedInOn", accepted_on::text as "acceptedOn" from reading_note
   where ($1::boolean or school_id = any($2::uuid[]) or class_id = any($3::uuid[]) or reader_id = any($4::uuid[]))
     and ($5::uuid is null or school_id = $5) and ($6::uuid is null or class_id = $6)
     and ($7::uuid is null or reader_id = $7) and ($8::text is null or state = $8)
     and ($9::uuid is null or id < $9)
   order by id desc limit $10
