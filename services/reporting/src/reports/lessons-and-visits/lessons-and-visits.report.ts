import { statement } from '@shulian/service-kit';
import { percent, type Report } from '../report-definition.report.js';
import { HELD, roomColumns, ROOMS, sampleSchool, SCHOOLS } from '../pieces-of-use.report.js';

/** What comes together in a room: lessons and free visits, on weekdays and at weekends, campus by campus (RPT-033). */
export const lessonsAndVisits: Report = {
  name: 'lessons-and-visits',
  title: { zh: '馆室上课与到馆构成', en: 'Lessons and visits by room and campus' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...roomColumns,
    days: {
      title: { zh: '日别', en: 'Days' },
      type: 'text',
      words: { weekday: { zh: '工作日', en: 'Weekdays' }, weekend: { zh: '双休日', en: 'Weekends' } },
    },
    readingLessons: { title: { zh: '阅读课班次', en: 'Reading lessons' }, type: 'integer' },
    otherSessions: { title: { zh: '其他使用次数', en: 'Other sessions' }, type: 'integer' },
    lessonVisits: { title: { zh: '课内人次', en: 'Visits in lessons' }, type: 'integer' },
    otherVisits: { title: { zh: '课外人次', en: 'Other visits' }, type: 'integer' },
    lessonShare: { title: { zh: '课内占比(%)', en: 'Share in lessons (%)' }, type: 'decimal' },
  },
  // Weekends are no part of the sums by month: days are read one by one.
  longestForSchool: 731,
  longestForCounty: 31,
  statement: statement(
    'report.lessons-and-visits',
    `with ${SCHOOLS}, ${ROOMS}, ${HELD}, used as (
       select room_id, extract(isodow from on_day) > 5 as weekend,
              (count(*) filter (where kind = 'reading-lesson'))::int as lessons,
              (count(*) filter (where kind <> 'reading-lesson'))::int as others
       from held group by 1, 2
     ), visited as (
       select room_id, extract(isodow from starts_on) > 5 as weekend, sum(visits)::int as visits, sum(in_lessons)::int as in_lessons
       from visit_sum where school_id = any(array(select school_id from school)) and grain = 'day'
         and starts_on between $2::date and $3::date
       group by 1, 2)
     select r.school_id as "schoolId", s.name as school, r.room_id as "roomId", r.campus, r.name as room,
            case when weekend then 'weekend' else 'weekday' end as days, coalesce(u.lessons, 0) as "readingLessons",
            coalesce(u.others, 0) as "otherSessions", coalesce(v.in_lessons, 0) as "lessonVisits",
            coalesce(v.visits - v.in_lessons, 0) as "otherVisits", ${percent('v.in_lessons', 'v.visits')} as "lessonShare"
     from used u full join visited v using (room_id, weekend) join room r using (room_id) join school s using (school_id)
     where u.lessons > 0 or u.others > 0 or v.visits > 0
     order by s.code, r.campus nulls last, r.name, r.room_id, weekend`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      ...sampleSchool,
      roomId: '01940000-0000-7000-8000-000000000021',
      campus: '东校区',
      room: '二楼综合阅览部',
      days: 'weekend',
      readingLessons: 4,
      otherSessions: 2,
      lessonVisits: 180,
      otherVisits: 240,
      lessonShare: 42.9,
    },
  ],
};
