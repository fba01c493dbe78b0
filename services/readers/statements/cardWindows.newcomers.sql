-- cardWindows.newcomers, written by `npm run emit`
-- takes uuid, uuid, uuid[], boolean, bigint
-- gives uuid
select r.id from card_window w join reader r on r.school_id = w.school_id left join school_class k on k.id = r.class_id
   where w.id = $1 and ($2::uuid is null or r.class_id = $2) and ($3::uuid[] is null or r.id = any($3)) and r.school_id = w.school_id and r.left_on is null and case r.kind
    when 'student' then k.entry_year = school_year_of(w.opens_on)
    when 'external' then false else r.enrolled_on >= w.enrolled_since end
     and ($4::boolean is not true or not exists (select from card c where c.reader_id = r.id and c.status = 'active'))
   order by r.id limit $5
