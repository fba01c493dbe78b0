-- classWeeks.publish, written by `npm run emit`
-- takes uuid, date, date, text, integer
-- gives uuid
with classes as (
     select class_id from known_class c
     where c.school_id = $1 and (case when $5::int - c.entry_year between 0 and case c.section when 'primary' then 6 else 3 end - 1
     then case c.section when 'primary' then 1 when 'junior' then 7 else 10 end + $5::int - c.entry_year end) is not null
   ), lent as (
     select class_id, count(*)::int as loans, count(distinct reader_id)::int as borrowers from loan
     where lending_school_id = $1 and loaned_on between $2::date and $2::date + 6 and mode <> 'in-room' group by class_id
   ), back as (
     select class_id, count(*)::int as returned from loan
     where closed_school_id = $1 and closed_how = 'returned' and closed_on between $2::date and $2::date + 6 and mode <> 'in-room'
     group by class_id
   ), out as (
     select class_id, count(*)::int as open, (count(*) filter (where due_on < $3::date))::int as overdue from loan
     where lending_school_id = $1 and closed_how is null and mode <> 'in-room' group by class_id
   )
   insert into class_week (school_id, week_starts_on, class_id, loans, borrowers, returned, open, overdue, published_on, published_by)
   select $1, $2, c.class_id, coalesce(l.loans, 0), coalesce(l.borrowers, 0), coalesce(b.returned, 0), coalesce(o.open, 0),
     coalesce(o.overdue, 0), $3, $4
   from classes c left join lent l using (class_id) left join back b using (class_id) left join out o using (class_id)
   on conflict (school_id, week_starts_on, class_id) do update set loans = excluded.loans, borrowers = excluded.borrowers,
     returned = excluded.returned, open = excluded.open, overdue = excluded.overdue, published_on = excluded.published_on,
     published_by = excluded.published_by
   returning class_id
