import type { PrintedList } from '@shulian/service-kit';
import type { LendingShareView } from './lending-shares.http.js';

const yesOrNo = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };

export const printedLendingShares: PrintedList<LendingShareView> = {
  name: 'lending-shares',
  title: { zh: '校际互借规定', en: 'Lending between schools' },
  columns: [
    { key: 'place', title: { zh: '次序', en: 'Place' }, type: 'integer' },
    { key: 'schoolName', title: { zh: '学校', en: 'School' }, type: 'text' },
    {
      key: 'open',
      title: { zh: '开放', en: 'Open' },
      type: 'text',
      of: ({ open }) => String(open),
      words: yesOrNo,
    },
    { key: 'mostOut', title: { zh: '外借上限', en: 'Copies out at most' }, type: 'integer' },
    { key: 'out', title: { zh: '现外借', en: 'Out now' }, type: 'integer' },
    { key: 'newStayDays', title: { zh: '新书留校天数', en: 'New books stay' }, type: 'integer' },
    {
      key: 'takesBack',
      title: { zh: '他校代还', en: 'Returns anywhere' },
      type: 'text',
      of: ({ takesBack }) => String(takesBack),
      words: yesOrNo,
    },
    { key: 'daysOnWay', title: { zh: '在途天数', en: 'Days on the way' }, type: 'integer' },
    { key: 'putOn', title: { zh: '规定日期', en: 'Put on' }, type: 'day' },
  ],
};
