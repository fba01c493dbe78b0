import type { ListOfPack } from './list-of-pack.js';

/** The registers that schools have to keep, in the order of the rules that ask for them (RPT-004). */
const registers: readonly ListOfPack[] = [
  { letter: 'A', title: { zh: '教职工借阅登记表', en: 'Loans of staff' }, service: 'circulation', path: 'loan-registers/entries?register=staff' }, // prettier-ignore
  { letter: 'B', title: { zh: '各室报纸记载表', en: 'Newspapers of the rooms' }, service: 'catalog', path: 'serial-distribution?kind=newspaper' }, // prettier-ignore
  { letter: 'C', title: { zh: '各室期刊记载表', en: 'Periodicals of the rooms' }, service: 'catalog', path: 'serial-distribution?kind=periodical' }, // prettier-ignore
  { letter: 'D', title: { zh: '购书情况登记表', en: 'Purchases' }, service: 'catalog', path: 'purchase-register?' }, // prettier-ignore
  { letter: 'E', title: { zh: '图书修补记载表', en: 'Repairs' }, service: 'catalog', path: 'repairs?' }, // prettier-ignore
  { letter: 'F', title: { zh: '图书注销登记表', en: 'Withdrawals' }, service: 'catalog', path: 'registers/withdrawals?' }, // prettier-ignore
  { letter: 'G', title: { zh: '学生服务队工作记录表', en: 'Work of the pupil service team' }, service: 'readers', path: 'duty-entries?' }, // prettier-ignore
  { letter: 'H', title: { zh: '教师借阅书刊预约登记表', en: 'Reservations of teachers' }, service: 'circulation', path: 'hold-register?readerKind=teacher' }, // prettier-ignore
  { letter: 'I', title: { zh: '学生阅览、借书统计表', en: 'Reading and borrowing of pupils' }, service: 'reporting', path: 'reports/class-reading-table?' }, // prettier-ignore
  { letter: 'J', title: { zh: '学生借阅登记表', en: 'Loans of pupils' }, service: 'circulation', path: 'loan-registers/entries?register=pupils' }, // prettier-ignore
];

/** The registers of a school and a period. */
export const registersOf = (schoolId: string, from: string, to: string): ListOfPack[] =>
  registers.map((register) => ({
    ...register,
    path: `${register.path}${register.path.endsWith('?') ? '' : '&'}schoolId=${schoolId}&from=${from}&to=${to}`,
  }));
