import type { PrintedList } from '@shulian/service-kit';
import type { EnteredYearView } from './entered-years.http.js';

export const printedEnteredYears: PrintedList<EnteredYearView> = {
  name: 'entered-years',
  title: { zh: '历年馆藏数字补录', en: 'Years before the system' },
  columns: [
    { key: 'school', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'year', title: { zh: '年份', en: 'Year' }, type: 'integer' },
    { key: 'copies', title: { zh: '藏书册数', en: 'Copies' }, type: 'integer' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'serials', title: { zh: '报刊种数', en: 'Serials' }, type: 'integer' },
    { key: 'staff', title: { zh: '工作人员', en: 'Staff' }, type: 'integer' },
    { key: 'pupils', title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    { key: 'source', title: { zh: '出处', en: 'Source' }, type: 'text' },
    { key: 'enteredOn', title: { zh: '补录日期', en: 'Entered on' }, type: 'day' },
  ],
};
