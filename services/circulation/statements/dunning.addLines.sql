-- dunning.addLines, written by `npm run emit`
-- takes uuid, uuid, date, integer, integer
-- gives nothing
insert into dunning_line (run_id, position, loan_id, reader_id, class_id, priority, due_on, days_late)
   select $1, row_number() over (order by array_position(array['left', 'leaver', 'transfer', 'temporary'], late.priority) nulls last,
       late.class_id nulls last, late.borrower_id, late.due_on, late.id),
     late.id, late.reader_id, late.class_id, late.priority, late.due_on, $3::date - late.due_on
   from (
     select l.id, l.reader_id, coalesce(r.class_id, l.class_id) as class_id, coalesce(l.reader_id, l.class_id) as borrower_id, l.due_on,
       case when l.reader_id is null then null
         when r.standing = 'left' then 'left'
         when r.kind = 'student' and coalesce($5::int - coalesce(kc.entry_year, r.entry_year) >= case coalesce(kc.section, r.section) when 'primary' then 6 else 3 end - 1, false) then 'leaver'
         else p.why end as priority
     from loan l left join known_reader r on r.reader_id = l.reader_id left join known_class kc on kc.class_id = r.class_id
     left join dunning_priority p on p.reader_id = l.reader_id
     where l.lending_school_id = $2 and l.closed_how is null and l.due_on <= $3::date - $4::int) late
