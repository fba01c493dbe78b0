import { statement } from '@shulian/service-kit';
import type { Report } from '../report-definition.report.js';

const departments = {
  cataloguing: { zh: '采编', en: 'Acquisition and cataloguing' },
  stacks: { zh: '典藏', en: 'Stacks' },
  lending: { zh: '流通', en: 'Lending' },
  'reading-rooms': { zh: '阅览', en: 'Reading rooms' },
} as const;
const measures = {
  came: { zh: '入藏', en: 'Came in' },
  struck: { zh: '注销', en: 'Struck' },
  'repairs-begun': { zh: '送修', en: 'Taken for repair' },
  'repairs-ended': { zh: '修复', en: 'Mended' },
  lost: { zh: '丢失', en: 'Lost' },
  found: { zh: '找回', en: 'Found again' },
  loans: { zh: '借出', en: 'Loans' },
  renewals: { zh: '续借', en: 'Renewals' },
  returns: { zh: '归还', en: 'Returns' },
  owed: { zh: '应赔', en: 'To be compensated' },
  paid: { zh: '赔款', en: 'Compensations paid' },
  replaced: { zh: '赔书', en: 'Replaced' },
  'in-room': { zh: '室内阅览', en: 'Read in the room' },
} as const;
const TOTAL = '*';

/** The sums of a table by month and by what else they are of, over the days of the period. */
const byMonth = (table: string, of: string, ...sums: readonly string[]): string => {
  const keys = of === '' ? '' : `, ${of}`;
  return `select date_trunc('month', k.starts_on)::date as month${of === '' ? '' : `, k.${of}`}, ${sums.map((sum) => `sum(k.${sum}) as ${sum}`).join(', ')}
       from day_pieces($2, $3) p cross join lateral (
         select starts_on${keys}, ${sums.map((sum) => `sum(${sum}) as ${sum}`).join(', ')} from ${table}
         where school_id = any(array(select school_id from school)) and grain = p.grain and starts_on between p.starts and p.ends
         group by starts_on${keys}) k
       group by 1${of === '' ? '' : ', 2'}`;
};

/** What each department of a library did, month by month, and in the whole period (RPT-006); of the county, all schools together. */
export const businessByMonth: Report = {
  name: 'business-by-month',
  title: { zh: '各部门业务数据月统计', en: 'What departments did, by month' },
  parameters: ['schoolId', 'from', 'to'],
  columns: {
    month: {
      title: { zh: '月份', en: 'Month' },
      type: 'text',
      words: { [TOTAL]: { zh: '合计', en: 'Whole period' } },
    },
    department: { title: { zh: '部门', en: 'Department' }, type: 'text', words: departments },
    measure: { title: { zh: '项目', en: 'What' }, type: 'text', words: measures },
    times: { title: { zh: '册（次）数', en: 'Number' }, type: 'integer' },
    valueFen: { title: { zh: '金额', en: 'Amount' }, type: 'fen' },
  },
  statement: statement(
    'report.business-by-month',
    `with school as (
       select school_id from known_school where $1::uuid is null or school_id = $1
     ), moved as (
       ${byMonth('movement_sum', 'movement', 'copies', 'value_fen')}
     ), lent as (
       ${byMonth('lending_sum', '', 'loans', 'renewals', 'returns', 'in_room')}
     ), measured as (
       select moved.month, m.department, m.measure, moved.copies as times, moved.value_fen
       from moved join (values
           ('cataloguing', 'came', 'in:%'), ('stacks', 'struck', 'out:%'), ('stacks', 'repairs-begun', 'repair:begun'),
           ('stacks', 'repairs-ended', 'repair:ended'), ('stacks', 'lost', 'lost'), ('stacks', 'found', 'found'),
           ('lending', 'owed', 'owed'), ('lending', 'paid', 'paid'), ('lending', 'replaced', 'replaced')
         ) m(department, measure, movement) on moved.movement like m.movement
       union all
       select lent.month, m.department, m.measure, m.times, null
       from lent cross join lateral (values
           ('lending', 'loans', loans), ('lending', 'renewals', renewals), ('lending', 'returns', returns),
           ('reading-rooms', 'in-room', in_room)
         ) m(department, measure, times)
     )
     select coalesce(to_char(month, 'YYYY-MM'), '${TOTAL}') as month, department, measure, sum(times)::int as times,
            sum(value_fen)::float8 as "valueFen"
     from measured
     group by grouping sets ((month, department, measure), (department, measure))
     having sum(times) <> 0
     order by measured.month nulls last, array_position('{${Object.keys(departments).join(',')}}'::text[], department),
       array_position('{${Object.keys(measures).join(',')}}'::text[], measure)`,
  ),
  values: ({ schoolId, from, to }) => [schoolId, from, to],
  sample: [{ month: '2026-09', department: 'cataloguing', measure: 'came', times: 320, valueFen: 480_000 }],
};
