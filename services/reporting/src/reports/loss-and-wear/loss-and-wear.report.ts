import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { copiesThat, int, SCHOOL_SELECTED, schoolColumns, schoolsOn, stockOn, sumsOf, thereOn } from '../school-sums.row.js'; // prettier-ignore

/** In percent with two decimals: what is lost of a stock is little. */
const rate = (part: string): string => `round(100.0 * ${part} / nullif(s.there, 0), 2)::float8`;

/** Of all copies that were there in the period: in stock before it, or come in it (RPT-027). */
export const lossAndWear: Report = {
  name: 'loss-and-wear',
  title: { zh: '图书丢失率与损耗率', en: 'Rates of loss and wear' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    before: { title: { zh: '期初册数', en: 'Copies before' }, type: 'integer' },
    came: { title: { zh: '期内入藏', en: 'Came in' }, type: 'integer' },
    lost: { title: { zh: '丢失（扣除找回）', en: 'Lost, less found again' }, type: 'integer' },
    lossPercent: { title: { zh: '丢失率(%)', en: 'Loss (%)' }, type: 'decimal' },
    damaged: { title: { zh: '破损注销', en: 'Struck as damaged' }, type: 'integer' },
    wearPercent: { title: { zh: '损耗率(%)', en: 'Wear (%)' }, type: 'decimal' },
    repairs: { title: { zh: '送修', en: 'Taken for repair' }, type: 'integer' },
    repairPercent: { title: { zh: '修补率(%)', en: 'Repairs (%)' }, type: 'decimal' },
  },
  statement: statement(
    'report.loss-and-wear',
    `with ${schoolsOn('$4')}, held as (
       ${stockOn('($2::date - 1)', { copies: 'copies' }, `main_class = '*'`)}
     ), moved as (
       ${sumsOf('movement_sum', ['$2', '$3'], {
         came: copiesThat('in:%'),
         lost: copiesThat('lost'),
         found: copiesThat('found'),
         damaged: copiesThat('out:damaged'),
         repairs: copiesThat('repair:begun'),
       })}
     ), counted as (
       select s.*, ${int('h.copies')} as before, ${int('m.came')} as came, ${int('m.lost')} - ${int('m.found')} as lost,
              ${int('m.damaged')} as damaged, ${int('m.repairs')} as repairs, ${int('h.copies')} + ${int('m.came')} as there
       from school s left join held h using (school_id) left join moved m using (school_id)
     )
     select ${SCHOOL_SELECTED}, s.before, s.came, s.lost, ${rate('s.lost')} as "lossPercent", s.damaged,
            ${rate('s.damaged')} as "wearPercent", s.repairs, ${rate('s.repairs')} as "repairPercent"
     from counted s
     ${thereOn('$4', 's.there')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      before: 27_100,
      came: 1_828,
      lost: 12,
      lossPercent: 0.04,
      damaged: 31,
      wearPercent: 0.11,
      repairs: 140,
      repairPercent: 0.48,
    },
  ],
};
