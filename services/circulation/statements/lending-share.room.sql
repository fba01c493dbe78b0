-- lending-share.room, written by `npm run emit`
-- takes uuid[]
-- gives uuid, integer
select s.school_id as "schoolId", greatest(s.most_out - (select count(*)::int from away_copy a join lent_copy lc on lc.copy_id = a.copy_id
  where a.owning_school_id = s.school_id and a.for_hold and lc.state <> 'lost'), 0) as room
   from lending_share s where s.school_id = any($1::uuid[]) and s.open
