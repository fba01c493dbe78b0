import { statement } from '@shulian/service-kit';
import { percent, perHead, type Report } from '../report-definition.report.js';
import { copiesThat, fen, fenOf, int, peopleOn, SCHOOL_SELECTED, schoolColumns, schoolsOn, sumsOf, thereOn } from '../school-sums.row.js'; // prettier-ignore

/** How what the bureau gave, and what others gave, was spread over the schools (RPT-050). */
export const givenCopies: Report = {
  name: 'given-copies',
  title: { zh: '教育局配发与捐赠图书分配情况', en: 'Copies allotted by the bureau and given' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    allotted: { title: { zh: '教育局配发册数', en: 'Allotted by the bureau' }, type: 'integer' },
    allottedFen: { title: { zh: '配发金额', en: 'Value allotted' }, type: 'fen' },
    allottedPerPupil: { title: { zh: '生均配发', en: 'Allotted per pupil' }, type: 'decimal' },
    sharePercent: { title: { zh: '占全县配发(%)', en: 'Share of the county (%)' }, type: 'decimal' },
    given: { title: { zh: '社会捐赠册数', en: 'Given by others' }, type: 'integer' },
    givenFen: { title: { zh: '捐赠金额', en: 'Value given' }, type: 'fen' },
  },
  statement: statement(
    'report.given-copies',
    `with ${schoolsOn('$4')}, people as (
       ${peopleOn('$4')}
     ), came as (
       ${sumsOf(
         'movement_sum',
         ['$2', '$3'],
         {
           allotted: copiesThat('in:allocation'),
           allotted_fen: fenOf('in:allocation'),
           given: copiesThat('in:donation'),
           given_fen: fenOf('in:donation'),
         },
         `movement in ('in:allocation', 'in:donation')`,
       )}
     ), county as (
       select sum(k.copies) as allotted
       from known_school o cross join day_pieces($2, $3) p cross join lateral (
         select sum(copies) as copies from movement_sum
         where school_id = o.school_id and movement = 'in:allocation' and grain = p.grain and starts_on between p.starts and p.ends) k
     )
     select ${SCHOOL_SELECTED}, ${int('p.pupils')} as pupils, ${int('c.allotted')} as allotted,
            ${fen('c.allotted_fen')} as "allottedFen", ${perHead('c.allotted', 'p.pupils')} as "allottedPerPupil",
            ${percent('c.allotted', '(select allotted from county)')} as "sharePercent", ${int('c.given')} as given,
            ${fen('c.given_fen')} as "givenFen"
     from school s left join people p using (school_id) left join came c using (school_id)
     ${thereOn('$4', 'c.allotted', 'c.given')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      pupils: 1_156,
      allotted: 600,
      allottedFen: 900_000,
      allottedPerPupil: 0.5,
      sharePercent: 4.2,
      given: 80,
      givenFen: 120_000,
    },
  ],
};
