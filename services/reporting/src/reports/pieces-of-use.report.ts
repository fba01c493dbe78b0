/**
 * Pieces of statements about classes and rooms. In all of them `$1` is the school (null: the county), `$2` and `$3` the first and the
 * last day, `$4` the day as which names, rooms and readers are shown.
 */
export const SCHOOLS = `school as (
       select s.school_id, coalesce(f.code, s.code) as code, coalesce(f.name, s.name) as name
       from known_school s
         left join lateral (select code, name from former_school f
                            where f.school_id = s.school_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or s.school_id = $1)`;

export const CLASSES = `class as (
       select c.class_id, c.school_id, coalesce(f.section, c.section) as section,
              coalesce(f.entry_year, c.entry_year) as entry_year, coalesce(f.class_no, c.class_no) as class_no
       from known_class c
         left join lateral (select section, entry_year, class_no from former_class f
                            where f.class_id = c.class_id and f.until > $4::date order by f.since limit 1) f on true
       where $1::uuid is null or c.school_id = $1)`;

/** Pupils of each class on a day, until it has graduated. */
export const pupilsOn = (name: string, day: string): string => `${name} as (
       select r.class_id, count(*)::int as pupils
       from reader_stay r join known_class c using (class_id)
       where r.since <= ${day} and (r.until is null or r.until > ${day}) and r.kind = 'student'
         and ($1::uuid is null or r.school_id = $1) and graduation_of(c.section, c.entry_year) > ${day}
       group by 1)`;

/** What was lent to the pupils of a class one by one, to the class as a whole, and for its corner or in a box. */
export const LENT_TO_CLASSES = `lent as (
       select l.class_id, sum(l.loans - l.collective - l.corner)::int as loans, sum(l.collective)::int as collective,
              sum(l.corner)::int as corner, sum(l.returns)::int as returns
       from day_pieces($2, $3) p cross join lateral (
         select class_id, sum(loans) as loans, sum(collective) as collective, sum(corner) as corner, sum(returns) as returns
         from class_sum where class_id = any(array(select class_id from class)) and grain = p.grain
           and starts_on between p.starts and p.ends
         group by 1) l
       group by 1)`;

/** Visits by something of `visit_sum` in days. */
export const visitsBy = (
  name: string,
  keys: string,
  from = '$2',
  to = '$3',
  grain = '',
): string => `${name} as (
       select ${keys}, sum(v.visits)::int as visits, sum(v.in_lessons)::int as in_lessons
       from day_pieces(${from}, ${to}) p cross join lateral (
         select ${keys}, sum(visits) as visits, sum(in_lessons) as in_lessons
         from visit_sum where school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
           and grain = p.grain and starts_on between p.starts and p.ends ${grain}
         group by ${keys}) v
       group by ${keys})`;

/** Rooms as they were on the day; one that was entered later as it was first. */
export const ROOMS = `room as (
       select distinct on (room_id) room_id, school_id, name, purposes, place, campus, department, seats, retired_on
       from known_room where $1::uuid is null or school_id = $1
       order by room_id, since <= $4::date desc, case when since <= $4::date then since end desc, since)`;

/** Lessons and other uses of rooms that took place in the days, and not later than the day as which all is shown. */
export const HELD = `held as (
       select s.* from known_session s
       where s.school_id = any(array(select school_id from known_school where $1::uuid is null or school_id = $1))
         and s.status = 'booked' and s.on_day between $2::date and least($3::date, $4::date))`;

export const schoolColumns = {
  schoolId: { title: { zh: '学校编号', en: 'School id' }, type: 'id' },
  school: { title: { zh: '学校', en: 'School' }, type: 'text' },
} as const;

export const roomColumns = {
  ...schoolColumns,
  roomId: { title: { zh: '馆室编号', en: 'Room id' }, type: 'id' },
  campus: { title: { zh: '校区', en: 'Campus' }, type: 'text' },
  room: { title: { zh: '馆室', en: 'Room' }, type: 'text' },
} as const;

export const yesNo = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } as const;

export const sampleSchool = {
  schoolId: '01940000-0000-7000-8000-000000000001',
  school: '实验小学',
} as const;
