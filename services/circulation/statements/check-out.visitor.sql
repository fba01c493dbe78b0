-- check-out.visitor, written by `npm run emit`
-- takes uuid, text
-- gives uuid
select a.copy_id as id from away_copy a join known_copy k on k.copy_id = a.copy_id
     join lent_copy lc on lc.copy_id = a.copy_id
   where a.at_school_id = $1 and k.barcode = $2 and lc.state = 'hold-shelf' order by a.copy_id limit 1
