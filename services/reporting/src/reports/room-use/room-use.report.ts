import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { HELD, roomColumns, ROOMS, sampleSchool, SCHOOLS, visitsBy } from '../pieces-of-use.report.js';

/** Reading lessons in sessions of classes (班次), other uses, and who came, room by room (RPT-024). */
export const roomUse: Report = {
  name: 'room-use',
  title: { zh: '阅读课班次与馆室使用', en: 'Reading lessons and use of rooms' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...roomColumns,
    seats: { title: { zh: '座位', en: 'Seats' }, type: 'integer' },
    readingLessons: { title: { zh: '阅读课班次', en: 'Reading lessons' }, type: 'integer' },
    classes: { title: { zh: '上课班级数', en: 'Classes' }, type: 'integer' },
    otherSessions: { title: { zh: '其他使用次数', en: 'Other sessions' }, type: 'integer' },
    lessonVisits: { title: { zh: '课内人次', en: 'Visits in lessons' }, type: 'integer' },
    otherVisits: { title: { zh: '课外人次', en: 'Other visits' }, type: 'integer' },
    visits: { title: { zh: '到馆人次', en: 'Visits' }, type: 'integer' },
  },
  statement: statement(
    'report.room-use',
    `with ${SCHOOLS}, ${ROOMS}, ${HELD}, ${visitsBy('visited', 'room_id')},
     used as (
       select room_id, (count(*) filter (where kind = 'reading-lesson'))::int as lessons,
              (count(distinct class_id) filter (where kind = 'reading-lesson'))::int as classes,
              (count(*) filter (where kind <> 'reading-lesson'))::int as others
       from held group by 1)
     select r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room, r.seats,
            coalesce(u.lessons, 0) as "readingLessons", coalesce(u.classes, 0) as classes, coalesce(u.others, 0) as "otherSessions",
            coalesce(v.in_lessons, 0) as "lessonVisits", coalesce(v.visits - v.in_lessons, 0) as "otherVisits",
            coalesce(v.visits, 0) as visits
     from room r join school s using (school_id) left join used u using (room_id) left join visited v using (room_id)
     where r.retired_on is null or r.retired_on > $2::date or u.lessons > 0 or v.visits > 0
     order by s.code, r.campus nulls last, r.name, r.room_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      ...sampleSchool,
      roomId: '01940000-0000-7000-8000-000000000021',
      campus: '东校区',
      room: '二楼阅览室',
      seats: 120,
      readingLessons: 398,
      classes: 24,
      otherSessions: 12,
      lessonVisits: 17_910,
      otherVisits: 3_823,
      visits: 21_733,
    },
  ],
};
