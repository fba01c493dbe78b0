import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { copiesThat, metColumn, int, NEW_COPIES, peopleOn, SCHOOL_SELECTED, schoolColumns, schoolsOn, sumsOf, thereOn, YEAR_TO } from '../school-sums.row.js'; // prettier-ignore

/** The standard is one of a year, so the twelve months up to the last day are counted, whatever the first one is (RPT-014). */
export const newCopiesPerPupil: Report = {
  name: 'new-copies-per-pupil',
  title: { zh: '年生均新增图书', en: 'New copies per pupil of a year' },
  parameters: ['schoolId', 'to'],
  columns: {
    ...schoolColumns,
    countedFrom: { title: { zh: '统计起始', en: 'Counted from' }, type: 'day' },
    pupils: { title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    newCopies: { title: { zh: '新增册数', en: 'New copies' }, type: 'integer' },
    bought: { title: { zh: '其中购置', en: 'Of these bought' }, type: 'integer' },
    perPupil: { title: { zh: '生均新增', en: 'New per pupil' }, type: 'decimal' },
    leastPerPupil: { title: { zh: '标准', en: 'Standard' }, type: 'decimal' },
    met: metColumn,
    wanting: { title: { zh: '尚缺册数', en: 'Copies wanting' }, type: 'integer' },
  },
  // Met is asked of the exact quotient: what is shown is rounded.
  statement: statement(
    'report.new-copies-per-pupil',
    `with ${schoolsOn('$2')}, people as (
       ${peopleOn('$2')}
     ), came as (
       ${sumsOf('movement_sum', [YEAR_TO('$2'), '$2'], {
         copies: copiesThat(...NEW_COPIES),
         bought: copiesThat('in:purchase', 'in:pupil-purchase'),
       })}
     ), counted as (
       select s.*, ${int('p.pupils')} as pupils, ${int('c.copies')} as copies, ${int('c.bought')} as bought, n.asked
       from school s left join people p using (school_id) left join came c using (school_id)
         left join lateral standard_for('new-copies-per-pupil', s.kind) n on true
     )
     select ${SCHOOL_SELECTED}, ${YEAR_TO('$2')}::text as "countedFrom", s.pupils, s.copies as "newCopies", s.bought,
            round(s.copies::numeric / nullif(s.pupils, 0), 2)::float8 as "perPupil", s.asked::float8 as "leastPerPupil",
            case when s.pupils = 0 or s.asked is null then null when s.copies >= s.asked * s.pupils then 'yes' else 'no' end as met,
            case when s.asked is not null then greatest(ceil(s.asked * s.pupils) - s.copies, 0)::int end as wanting
     from counted s
     ${thereOn('$2', 's.pupils', 's.copies')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, on }) => [schoolId, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      countedFrom: '2025-09-01',
      pupils: 1_156,
      newCopies: 1_828,
      bought: 1_700,
      perPupil: 1.58,
      leastPerPupil: 1.5,
      met: 'yes',
      wanting: 0,
    },
  ],
};
