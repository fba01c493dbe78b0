import type { PrintedList } from '@shulian/service-kit';
import type { ReaderLoad } from './reader-load.http.js';

export const printedReaderLoads: PrintedList<ReaderLoad> = {
  name: 'reader-loads',
  title: { zh: '读者人数与馆员负担', en: 'Readers per librarian' },
  columns: [
    { key: 'code', title: { zh: '代码', en: 'Code' }, type: 'text' },
    { key: 'name', title: { zh: '学校', en: 'School' }, type: 'text' },
    { key: 'readers', title: { zh: '读者数', en: 'Readers' }, type: 'integer' },
    { key: 'pupils', title: { zh: '学生', en: 'Pupils' }, type: 'integer' },
    { key: 'staff', title: { zh: '教职工', en: 'Staff' }, type: 'integer' },
    { key: 'external', title: { zh: '校外读者', en: 'External' }, type: 'integer' },
    { key: 'librarians', title: { zh: '馆员数', en: 'Librarians' }, type: 'integer' },
    {
      key: 'readersPerLibrarian',
      title: { zh: '每名馆员服务读者', en: 'Readers per librarian' },
      type: 'text',
      of: ({ readersPerLibrarian }) => (readersPerLibrarian === null ? null : readersPerLibrarian.toFixed(1)),
    },
  ],
};
