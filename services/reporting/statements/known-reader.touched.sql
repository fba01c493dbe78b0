-- known-reader.touched, written by `npm run emit`
-- takes uuid[], uuid[]
-- gives uuid
select unnest($1::uuid[]) as reader_id
   union select reader_id from known_reader where class_id = any($2)
   union select reader_id from former_reader where class_id = any($2)
