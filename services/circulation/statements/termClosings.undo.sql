-- termClosings.undo, written by `npm run emit`
-- takes uuid, date
-- gives integer
delete from term_closing_step s where s.school_id = $1 and s.term_starts_on = $2::date
     and s.place = (select max(place) from term_closing_step where school_id = $1 and term_starts_on = $2::date)
   returning s.place
