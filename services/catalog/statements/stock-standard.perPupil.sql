-- stock-standard.perPupil, written by `npm run emit`
-- takes date, uuid
-- gives integer, integer, integer
select primary_volumes as "primary", junior_volumes as "junior", senior_volumes as "senior"
   from collection_policy where id = (select p.id from collection_policy p where p.school_id = $2 and p.effective_on <= $1::date
  order by p.effective_on desc limit 1)
