-- contests.nextNumbers, written by `npm run emit`
-- takes uuid, integer
-- gives integer
update contest set last_number = last_number + $2 where id = $1 returning last_number as "lastNumber"
