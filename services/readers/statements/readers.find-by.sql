-- readers.find-by, written by `npm run emit`
-- takes jsonb, uuid[]
-- gives nothing
with told as (select * from jsonb_to_recordset($1::jsonb) as t(reader_id uuid, school_id uuid, word text)),
        known as (update reader set has_words = true where id = any($2::uuid[]) and not has_words),
        gone as (delete from reader_word w where w.reader_id = any($2::uuid[])
                 and not exists (select from told t where t.reader_id = w.reader_id and t.word = w.word))
   insert into reader_word (school_id, word, reader_id) select school_id, word, reader_id from told
   on conflict do nothing
