import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { HELD, roomColumns, ROOMS, sampleSchool, SCHOOLS, visitsBy } from '../pieces-of-use.report.js';

/** What the asset system of the city is told of special rooms: what they are and hold, and how they were used; none that was out of use before (RPT-039, P-45). */
export const specialRoomUse: Report = {
  name: 'special-room-use',
  title: { zh: '专用教室资产与使用情况', en: 'Special rooms: assets and use' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    schoolCode: { title: { zh: '学校代码', en: 'Code' }, type: 'text' },
    ...roomColumns,
    purposes: { title: { zh: '用途', en: 'For' }, type: 'text' },
    place: { title: { zh: '地点', en: 'Place' }, type: 'text' },
    seats: { title: { zh: '座位', en: 'Seats' }, type: 'integer' },
    retiredOn: { title: { zh: '停用日期', en: 'Out of use since' }, type: 'day' },
    daysUsed: { title: { zh: '使用天数', en: 'Days of use' }, type: 'integer' },
    sessions: { title: { zh: '使用课次', en: 'Sessions' }, type: 'integer' },
    classSessions: { title: { zh: '其中班级课次', en: 'Of these of classes' }, type: 'integer' },
    hours: { title: { zh: '使用课时（小时）', en: 'Hours of sessions' }, type: 'decimal' },
    visits: { title: { zh: '使用人次', en: 'Visits' }, type: 'integer' },
  },
  longestForSchool: 731,
  longestForCounty: 366,
  statement: statement(
    'report.special-room-use',
    `with ${SCHOOLS}, ${ROOMS}, ${HELD}, ${visitsBy('visited', 'room_id')},
     used as (
       select room_id, count(*)::int as sessions, count(class_id)::int as class_sessions,
              round(extract(epoch from sum(ends::time - starts::time)) / 3600, 1)::float8 as hours
       from held group by 1),
     day as (
       select room_id, count(distinct on_day)::int as days from (
         select room_id, on_day from held
         union all
         select room_id, starts_on from visit_sum
         where school_id = any(array(select school_id from school)) and grain = 'day' and starts_on between $2::date and $3::date
           and visits > 0) d
       group by 1)
     select s.code as "schoolCode", r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room,
            array_to_string(r.purposes, ',') as purposes, r.place, r.seats, r.retired_on::text as "retiredOn",
            coalesce(d.days, 0) as "daysUsed", coalesce(u.sessions, 0) as sessions, coalesce(u.class_sessions, 0) as "classSessions",
            coalesce(u.hours, 0) as hours, coalesce(v.visits, 0) as visits
     from room r join school s using (school_id) left join used u using (room_id) left join visited v using (room_id)
       left join day d using (room_id)
     where r.retired_on is null or r.retired_on > $2::date or d.days > 0
     order by s.code, r.campus nulls last, r.name, r.room_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolCode: '3601',
      ...sampleSchool,
      roomId: '01940000-0000-7000-8000-000000000021',
      campus: '东校区',
      room: '二楼阅览室',
      purposes: 'reading',
      place: '图书馆二楼',
      seats: 120,
      retiredOn: '2027-07-01',
      daysUsed: 92,
      sessions: 410,
      classSessions: 398,
      hours: 273.3,
      visits: 21_733,
    },
  ],
};
