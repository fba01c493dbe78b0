-- termClosings.remaining, written by `npm run emit`
-- takes uuid
-- gives integer[]
select array[
     (select count(*) from loan where lending_school_id = $1 and closed_how is null and mode <> 'in-room'),
     (select count(*) from compensation where school_id = $1 and status = 'owed'),
     (select count(*) from compensation c join lent_copy l on l.copy_id = c.copy_id and l.state = 'lost'
        join known_copy k on k.copy_id = c.copy_id and k.stock_state <> 'withdrawn'
      where c.school_id = $1 and c.status in ('paid', 'replaced', 'waived')),
     coalesce((select last_number - closed_number from cash_account where school_id = $1), 0)]::int[] as remaining
