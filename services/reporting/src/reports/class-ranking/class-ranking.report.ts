import { classNameOn, type PlaceOfClass } from '@shulian/contracts/readers';
import { statement } from '@shulian/service-kit';
import { perHead, type Report } from '../report-definition.report.js';
import { CLASSES, LENT_TO_CLASSES, pupilsOn, sampleSchool, schoolColumns, SCHOOLS, visitsBy } from '../pieces-of-use.report.js'; // prettier-ignore

/**
 * What is put up each week: the classes of a school by what each pupil borrowed (RPT-026, P-17). Without a first day it is the week that
 * runs; with a class it is the notice of that class alone, with its rank among all.
 */
export const classRanking: Report = {
  name: 'class-ranking',
  title: { zh: '班级借阅情况通报', en: 'Classes ranked by what they borrowed' },
  parameters: ['schoolId', 'from', 'to', 'classId'],
  usualPeriod: 'week',
  columns: {
    ...schoolColumns,
    classId: { title: { zh: '班级编号', en: 'Class id' }, type: 'id' },
    rank: { title: { zh: '名次', en: 'Rank' }, type: 'integer' },
    className: { title: { zh: '班级', en: 'Class' }, type: 'text' },
    pupils: { title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    loans: { title: { zh: '个人借书册数', en: 'Lent to pupils' }, type: 'integer' },
    collective: { title: { zh: '集体借书册数', en: 'Lent to the class' }, type: 'integer' },
    corner: { title: { zh: '图书角、图书箱册数', en: 'For corner and box' }, type: 'integer' },
    readings: { title: { zh: '阅览人次', en: 'Readings in the room' }, type: 'integer' },
    loansPerPupil: { title: { zh: '人均借书', en: 'Loans per pupil' }, type: 'decimal' },
  },
  longestForCounty: 731,
  statement: statement(
    'report.class-ranking',
    `with ${SCHOOLS}, ${CLASSES}, ${pupilsOn('members', '$4::date')}, ${LENT_TO_CLASSES}, ${visitsBy('visited', 'class_id')},
     ranked as (
       select c.*, s.code, s.name as school, m.pupils, coalesce(l.loans, 0) as loans, coalesce(l.collective, 0) as collective,
              coalesce(l.corner, 0) as corner, coalesce(v.visits, 0) as readings,
              ${perHead('l.loans', 'm.pupils')} as per_pupil,
              (rank() over (partition by c.school_id order by coalesce(l.loans, 0)::numeric / m.pupils desc))::int as rank
       from class c join school s using (school_id) join members m using (class_id) left join lent l using (class_id)
         left join visited v using (class_id))
     select school_id as "schoolId", school, class_id as "classId", section, entry_year as "entryYear", class_no as "classNo", rank,
            pupils, loans, collective, corner, readings, per_pupil as "loansPerPupil"
     from ranked where $5::uuid is null or class_id = $5
     order by code, rank, section, entry_year desc, class_no, class_id`,
  ),
  values: ({ schoolId, from, to, on, classId }) => [schoolId, from, to, on, classId],
  shown: (row, { on }) => ({ ...row, className: classNameOn(row as unknown as PlaceOfClass, on) }),
  privacyFloor: {
    people: 'pupils',
    least: 5,
    hides: ['rank', 'loans', 'collective', 'corner', 'readings', 'loansPerPupil'],
  },
  sample: [
    {
      ...sampleSchool,
      classId: '01940000-0000-7000-8000-000000000002',
      rank: 1,
      className: '三年级2班',
      pupils: 45,
      loans: 41,
      collective: 0,
      corner: 0,
      readings: 45,
      loansPerPupil: 0.9,
    },
  ],
};
