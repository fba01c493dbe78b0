-- school-rules.read, written by `npm run emit`
-- takes uuid
-- gives integer, integer, json, json, json, json, json
select 
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = $1), 0)
    + coalesce((select version from rotation_stamp where school_id = $1), 0) as calendar_version,
     coalesce((select json_agg(json_build_object(
         'schoolId', p.school_id, 'version', p.version, 'effectiveOn', p.effective_on, 'rows',
         (select coalesce(json_agg(json_build_object('id', r.id, 'readerKind', r.reader_kind, 'grades', r.grades,
             'classId', r.class_id, 'copyKind', r.copy_kind, 'sets', r.sets) order by r.place), '[]')
          from lending_policy_row r where r.policy_id = p.id)))
       from lending_policy p where p.scope in ('county', 'school:' || $1::uuid)), '[]') as versions,
     coalesce((select json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on))
       from known_term where school_id = $1), '[]') as terms,
     coalesce((select json_agg(json_build_object('year', year, 'closedOn', closed_on, 'holidaysKnown', holidays_known))
       from known_year where school_id = $1), '[]') as years,
     coalesce((select json_agg(json_build_object('outside', r.outside, 'startsOn', k.starts_on, 'endsOn', k.ends_on,
         'slots', (select coalesce(json_agg(json_build_object('id', s.id, 'classId', s.class_id, 'weekday', s.weekday,
             'from', s.starts, 'to', s.ends, 'everyWeeks', s.every_weeks, 'firstWeek', s.first_week)), '[]')
           from rotation_slot s where s.timetable_id = r.id and s.purpose = 'lending'),
         'changes', (select coalesce(json_agg(json_build_object('slotId', c.slot_id, 'on', c.on_day, 'movedOn', c.moved_on,
             'from', c.starts, 'to', c.ends)), '[]')
           from rotation_change c join rotation_slot s on s.id = c.slot_id where s.timetable_id = r.id)))
       from rotation_timetable r join known_term k on k.term_id = r.term_id
       where r.school_id = $1 and r.published_version is not null and r.outside <> 'free'), '[]') as rotations,
     coalesce((select json_agg(json_build_object('lendFrom', lend_from, 'lendTo', lend_to, 'dueOn', due_on) order by id desc)
       from vacation_arrangement where school_id = $1 and not cancelled), '[]') as vacations
