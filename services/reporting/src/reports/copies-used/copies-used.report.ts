import { statement } from '@shulian/service-kit';
import { percent, type Report } from '../report-definition.report.js';
import { copiesThat, metColumn, int, SCHOOL_SELECTED, schoolColumns, schoolsOn, stockOn, sumsOf, thereOn } from '../school-sums.row.js'; // prettier-ignore

/**
 * Copies lent at least once, of those that could be lent (RPT-022): lendable on the last day, and those that the stock lost in
 * the period, less what was found again. Loans are summed by the month in which their copy was lent before, so the period begins with its first month.
 */
export const copiesUsed: Report = {
  name: 'copies-used',
  title: { zh: '馆藏流通率', en: 'Share of the copies that were lent' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    countedFrom: { title: { zh: '统计起始', en: 'Counted from' }, type: 'day' },
    lendable: { title: { zh: '期末可外借', en: 'Lendable at the end' }, type: 'integer' },
    left: { title: { zh: '期内离馆（注销、丢失）', en: 'Gone in the period' }, type: 'integer' },
    lentOnce: { title: { zh: '借出过的册数', en: 'Lent at least once' }, type: 'integer' },
    utilisationPercent: { title: { zh: '流通率(%)', en: 'Lent (%)' }, type: 'decimal' },
    leastPercent: { title: { zh: '标准(%)', en: 'Standard (%)' }, type: 'decimal' },
    met: metColumn,
  },
  statement: statement(
    'report.copies-used',
    `with ${schoolsOn('$4')}, month as (select date_trunc('month', $2::date)::date as first), lent as (
       ${sumsOf('use_sum', ['(select first from month)', '$3'], { copies: 'loans' }, 'lent_before < (select first from month)')}
     ), lendable as (
       ${stockOn('$4', { copies: 'copies' }, `main_class = 'lendable'`)}
     ), before as (
       ${stockOn('((select first from month) - 1)', { copies: 'copies' }, `main_class = '*'`)}
     ), after as (
       ${stockOn('$4', { copies: 'copies' }, `main_class = '*'`)}
     ), came as (
       ${sumsOf('movement_sum', ['(select first from month)', '$4'], { copies: copiesThat('in:%') })}
     ), used as (
       select s.*, ${int('l.copies')} as lent, ${int('e.copies')} as lendable,
              greatest(${int('b.copies')} + ${int('c.copies')} - ${int('a.copies')}, 0) as gone
       from school s left join lent l using (school_id) left join lendable e using (school_id)
         left join before b using (school_id) left join after a using (school_id) left join came c using (school_id)
     )
     select ${SCHOOL_SELECTED}, (select first::text from month) as "countedFrom", s.lendable, s.gone as "left",
            s.lent as "lentOnce", ${percent('s.lent', 's.lendable + s.gone')} as "utilisationPercent",
            n.asked::float8 as "leastPercent",
            case when s.lendable + s.gone = 0 or n.asked is null then null
                 when 100.0 * s.lent >= n.asked * (s.lendable + s.gone) then 'yes' else 'no' end as met
     from used s left join lateral standard_for('utilisation-percent', s.kind) n on true
     ${thereOn('$4', 's.lendable', 's.lent')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      countedFrom: '2026-09-01',
      lendable: 28_400,
      left: 126,
      lentOnce: 25_900,
      utilisationPercent: 90.8,
      leastPercent: 90,
      met: 'yes',
    },
  ],
};
