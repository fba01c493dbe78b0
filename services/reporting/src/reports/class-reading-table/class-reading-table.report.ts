import { classNameOn, type PlaceOfClass } from '@shulian/contracts/readers';
import { statement } from '@shulian/service-kit';
import { perHead, type Report } from '../report-definition.report.js';
import { CLASSES, HELD, LENT_TO_CLASSES, pupilsOn, sampleSchool, schoolColumns, SCHOOLS, visitsBy } from '../pieces-of-use.report.js'; // prettier-ignore

/** The register of what the pupils of each class read in the rooms and borrowed (RPT-025). Visits are no loans. */
export const classReadingTable: Report = {
  name: 'class-reading-table',
  title: { zh: '学生阅览、借书统计表', en: 'Reading and borrowing of pupils by class' },
  parameters: ['schoolId', 'from', 'to', 'classId'],
  columns: {
    ...schoolColumns,
    classId: { title: { zh: '班级编号', en: 'Class id' }, type: 'id' },
    className: { title: { zh: '班级', en: 'Class' }, type: 'text' },
    pupils: { title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    lessons: { title: { zh: '阅读课班次', en: 'Reading lessons' }, type: 'integer' },
    readings: { title: { zh: '阅览人次', en: 'Readings in the room' }, type: 'integer' },
    loans: { title: { zh: '个人借书册数', en: 'Lent to pupils' }, type: 'integer' },
    collective: { title: { zh: '集体借书册数', en: 'Lent to the class' }, type: 'integer' },
    corner: { title: { zh: '图书角、图书箱册数', en: 'For corner and box' }, type: 'integer' },
    returns: { title: { zh: '归还册数', en: 'Returns' }, type: 'integer' },
    readingsPerPupil: { title: { zh: '人均阅览', en: 'Readings per pupil' }, type: 'decimal' },
    loansPerPupil: { title: { zh: '人均借书', en: 'Loans per pupil' }, type: 'decimal' },
  },
  longestForCounty: 731,
  statement: statement(
    'report.class-reading-table',
    `with ${SCHOOLS}, ${CLASSES}, ${pupilsOn('members', '$4::date')}, ${LENT_TO_CLASSES}, ${visitsBy('visited', 'class_id')}, ${HELD},
     lesson as (select class_id, count(*)::int as lessons from held where kind = 'reading-lesson' group by 1)
     select c.school_id as "schoolId", s.name as school, c.class_id as "classId", c.section, c.entry_year as "entryYear",
            c.class_no as "classNo", coalesce(m.pupils, 0) as pupils, coalesce(h.lessons, 0) as lessons,
            coalesce(v.visits, 0) as readings, coalesce(l.loans, 0) as loans, coalesce(l.collective, 0) as collective,
            coalesce(l.corner, 0) as corner, coalesce(l.returns, 0) as returns,
            ${perHead('v.visits', 'm.pupils')} as "readingsPerPupil", ${perHead('l.loans', 'm.pupils')} as "loansPerPupil"
     from class c join school s using (school_id) left join members m using (class_id) left join lent l using (class_id)
       left join visited v using (class_id) left join lesson h using (class_id)
     where ($5::uuid is null or c.class_id = $5)
       and (m.pupils > 0 or l.loans > 0 or l.collective > 0 or l.corner > 0 or l.returns > 0 or v.visits > 0)
     order by s.code, c.section, c.entry_year desc, c.class_no, c.class_id`,
  ),
  values: ({ schoolId, from, to, on, classId }) => [schoolId, from, to, on, classId],
  shown: (row, { on }) => ({ ...row, className: classNameOn(row as unknown as PlaceOfClass, on) }),
  privacyFloor: {
    people: 'pupils',
    least: 5,
    hides: ['readings', 'loans', 'collective', 'corner', 'returns', 'readingsPerPupil', 'loansPerPupil'],
  },
  sample: [
    {
      ...sampleSchool,
      classId: '01940000-0000-7000-8000-000000000002',
      className: '三年级2班',
      pupils: 45,
      lessons: 18,
      readings: 810,
      loans: 310,
      collective: 90,
      corner: 50,
      returns: 298,
      readingsPerPupil: 18,
      loansPerPupil: 6.9,
    },
  ],
};
