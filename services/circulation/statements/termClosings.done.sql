-- termClosings.done, written by `npm run emit`
-- takes uuid, date
-- gives text, text, integer, text
select done_on::text as "doneOn", done_by as "doneBy", remaining as "remainingThen", note from term_closing_step
   where school_id = $1 and term_starts_on = $2::date order by place
