import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';
import { copiesThat, fen, fenOf, int, SCHOOL_SELECTED, schoolColumns, schoolsOn, sumsOf, thereOn } from '../school-sums.row.js'; // prettier-ignore

/** Figures by the name of their column: what is counted, and in words. */
const counts = {
  struck: { of: copiesThat('out:%'), title: { zh: '注销合计', en: 'Struck' } },
  lostStruck: { of: copiesThat('out:lost'), title: { zh: '丢失注销', en: 'Struck as lost' } },
  lostAndPaid: {
    of: copiesThat('out:lost-and-paid'),
    title: { zh: '丢失已赔注销', en: 'Struck, lost and paid' },
  },
  damaged: { of: copiesThat('out:damaged'), title: { zh: '破损注销', en: 'Struck as damaged' } },
  weeded: {
    of: copiesThat('out:surplus', 'out:outdated'),
    title: { zh: '剔旧（复本过多、陈旧）', en: 'Weeded' },
  },
  transferred: { of: copiesThat('out:transferred'), title: { zh: '调出', en: 'To other schools' } },
  lost: { of: copiesThat('lost'), title: { zh: '丢失', en: 'Lost' } },
  found: { of: copiesThat('found'), title: { zh: '找回', en: 'Found again' } },
  owed: { of: copiesThat('owed'), title: { zh: '应赔', en: 'To be compensated' } },
  paid: { of: copiesThat('paid'), title: { zh: '赔款', en: 'Paid' } },
  replaced: { of: copiesThat('replaced'), title: { zh: '赔书', en: 'Replaced' } },
  waived: { of: copiesThat('waived'), title: { zh: '免赔', en: 'Waived' } },
  repairsBegun: { of: copiesThat('repair:begun'), title: { zh: '送修', en: 'Taken for repair' } },
  repairsEnded: { of: copiesThat('repair:ended'), title: { zh: '修复', en: 'Mended' } },
} as const;
const amounts = {
  struckFen: { of: fenOf('out:%'), title: { zh: '注销金额', en: 'Value struck' } },
  owedFen: { of: fenOf('owed'), title: { zh: '应赔金额', en: 'Owed' } },
  paidFen: { of: fenOf('paid'), title: { zh: '赔款金额', en: 'Amount paid' } },
} as const;

const figures = { ...counts, ...amounts };
const names = Object.keys(figures) as (keyof typeof figures)[];
const columnOf = (name: string): string => `"${name}"`;

export const stockLosses: Report = {
  name: 'stock-losses',
  title: { zh: '注销、剔旧、丢失、赔偿与修补统计', en: 'Struck, weeded, lost, compensated and mended' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    ...schoolColumns,
    ...Object.fromEntries(
      Object.entries(counts).map(([name, { title }]) => [name, { title, type: 'integer' }]),
    ),
    ...Object.fromEntries(Object.entries(amounts).map(([name, { title }]) => [name, { title, type: 'fen' }])),
  },
  statement: statement(
    'report.stock-losses',
    `with ${schoolsOn('$4')}, moved as (
       ${sumsOf('movement_sum', ['$2', '$3'], Object.fromEntries(names.map((name) => [columnOf(name), figures[name].of])), `movement not like 'in:%'`)}
     )
     select ${SCHOOL_SELECTED}, ${names.map((name) => `${(name in amounts ? fen : int)(`m.${columnOf(name)}`)} as ${columnOf(name)}`).join(', ')}
     from school s left join moved m using (school_id)
     ${thereOn('$4', 'm.struck', 'm.lost', 'm.owed')}
     order by s.code, s.school_id`,
  ),
  values: ({ schoolId, from, to, on }) => [schoolId, from, to, on],
  sample: [
    {
      schoolId: '01940000-0000-7000-8000-000000000001',
      code: '3601',
      school: '实验小学',
      struck: 126,
      lostStruck: 4,
      lostAndPaid: 9,
      damaged: 31,
      weeded: 80,
      transferred: 2,
      lost: 15,
      found: 3,
      owed: 15,
      paid: 9,
      replaced: 2,
      waived: 1,
      repairsBegun: 140,
      repairsEnded: 122,
      struckFen: 214_200,
      owedFen: 41_250,
      paidFen: 24_750,
    },
  ],
};
