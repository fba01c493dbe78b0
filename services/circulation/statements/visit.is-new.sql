-- visit.is-new, written by `npm run emit`
-- takes uuid, date
-- gives boolean
select k.accessioned_on + s.new_stay_days > $2::date as may
   from known_copy k join lending_share s on s.school_id = k.school_id where k.copy_id = $1
