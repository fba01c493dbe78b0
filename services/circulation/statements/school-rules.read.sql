-- school-rules.read, written by `npm run emit`
-- takes uuid
-- gives integer, integer, json, json, json
select 
  (select stamp from lending_policy_stamp) as policy_stamp,
  coalesce((select version from known_calendar where school_id = $1), 0) as calendar_version,
     coalesce((select json_agg(json_build_object(
         'schoolId', p.school_id, 'version', p.version, 'effectiveOn', p.effective_on, 'rows',
         (select coalesce(json_agg(json_build_object('id', r.id, 'readerKind', r.reader_kind, 'grades', r.grades,
             'classId', r.class_id, 'copyKind', r.copy_kind, 'sets', r.sets) order by r.place), '[]')
          from lending_policy_row r where r.policy_id = p.id)))
       from lending_policy p where p.scope in ('county', 'school:' || $1::uuid)), '[]') as versions,
     coalesce((select json_agg(json_build_object('startsOn', starts_on, 'endsOn', ends_on))
       from known_term where school_id = $1), '[]') as terms,
     coalesce((select json_agg(json_build_object('year', year, 'closedOn', closed_on, 'holidaysKnown', holidays_known))
       from known_year where school_id = $1), '[]') as years
