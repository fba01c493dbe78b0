import type { PrintedList } from '@shulian/service-kit';
import type { AwardView } from './reading-awards.http.js';

export const printedAwards: PrintedList<AwardView> = {
  name: 'reading-awards',
  title: { zh: '阅读奖励登记表', en: 'Reading awards' },
  columns: [
    { key: 'givenOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'name', title: { zh: '奖励', en: 'Award' }, type: 'text' },
    {
      key: 'level',
      title: { zh: '级别', en: 'Level' },
      type: 'text',
      words: {
        class: { zh: '班级', en: 'class' },
        school: { zh: '校级', en: 'school' },
        district: { zh: '片区', en: 'district' },
        county: { zh: '县级', en: 'county' },
        province: { zh: '省级', en: 'province' },
        nation: { zh: '国家级', en: 'nation' },
      },
    },
    { key: 'words', title: { zh: '事由', en: 'For what' }, type: 'text' },
  ],
};
