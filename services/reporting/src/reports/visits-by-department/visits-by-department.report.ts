import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { readerKinds } from '../reader-kinds.report.js';
import { ROOMS, sampleSchool, schoolColumns, SCHOOLS, visitsBy } from '../pieces-of-use.report.js';

/** Who came to the rooms of each department of the library, by kind of reader (RPT-019). A visit is no loan. */
export const visitsByDepartment: Report = {
  name: 'visits-by-department',
  title: { zh: '各部门到馆统计', en: 'Visits by department' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    department: { title: { zh: '部门', en: 'Department' }, type: 'text' },
    readerKind: { title: { zh: '读者类型', en: 'Kind of reader' }, type: 'text', words: readerKinds },
    visits: { title: { zh: '到馆人次', en: 'Visits' }, type: 'integer' },
    inLessons: { title: { zh: '其中课内', en: 'Of these in lessons' }, type: 'integer' },
  },
  statement: statement(
    'report.visits-by-department',
    `with ${SCHOOLS}, ${ROOMS}, ${visitsBy('visited', 'room_id, reader_kind')}
     select r.school_id as "schoolId", s.name as school, r.department, v.reader_kind as "readerKind",
            sum(v.visits)::int as visits, sum(v.in_lessons)::int as "inLessons"
     from visited v join room r using (room_id) join school s using (school_id)
     group by r.school_id, s.code, s.name, r.department, v.reader_kind having sum(v.visits) > 0
     order by s.code, r.department nulls last, v.reader_kind`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [{ ...sampleSchool, department: '阅览部', readerKind: 'student', visits: 3_823, inLessons: 1_790 }],
};
