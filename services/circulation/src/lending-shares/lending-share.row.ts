/** Copies of the school `s` that are out for other schools; a lost one is not out, it is gone. */
export const COPIES_OUT = `(select count(*)::int from away_copy a join lent_copy lc on lc.copy_id = a.copy_id
  where a.owning_school_id = s.school_id and a.for_hold and lc.state <> 'lost')`;

/** A `LendingShareView` of `lending_share` s. */
export const LENDING_SHARE_VIEW = `select s.school_id as "schoolId", k.name as "schoolName", s.open, s.most_out as "mostOut",
    ${COPIES_OUT} as out, s.new_stay_days as "newStayDays", s.takes_back as "takesBack", s.days_on_way as "daysOnWay",
    s.place, s.put_on::text as "putOn", s.version
  from lending_share s left join known_school k on k.school_id = s.school_id`;
