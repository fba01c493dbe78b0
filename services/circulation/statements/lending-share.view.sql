-- lending-share.view, written by `npm run emit`
-- takes uuid
-- gives uuid, text, boolean, integer, integer, integer, boolean, integer, integer, text, integer
select s.school_id as "schoolId", k.name as "schoolName", s.open, s.most_out as "mostOut",
    (select count(*)::int from away_copy a join lent_copy lc on lc.copy_id = a.copy_id
  where a.owning_school_id = s.school_id and a.for_hold and lc.state <> 'lost') as out, s.new_stay_days as "newStayDays", s.takes_back as "takesBack", s.days_on_way as "daysOnWay",
    s.place, s.put_on::text as "putOn", s.version
  from lending_share s left join known_school k on k.school_id = s.school_id where s.school_id = $1
