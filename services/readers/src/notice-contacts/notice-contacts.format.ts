import type { PrintedList } from '@shulian/service-kit';
import type { NoticeContactView } from './notice-contacts.http.js';

export const printedContacts: PrintedList<NoticeContactView> = {
  name: 'notice-contacts',
  title: { zh: '通知联系方式', en: 'Where notices go' },
  columns: [
    {
      key: 'whose',
      title: { zh: '联系人', en: 'Whose' },
      type: 'text',
      words: {
        reader: { zh: '读者', en: 'reader' },
        guardian: { zh: '家长', en: 'guardian' },
        teacher: { zh: '教师', en: 'teacher' },
      },
    },
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => (readerId === null ? null : { kind: 'reader', id: readerId }),
    },
    {
      key: 'name',
      title: { zh: '家长或账号', en: 'Guardian or account' },
      type: 'text',
      of: ({ guardianName, accountName }) => guardianName ?? accountName,
    },
    { key: 'address', title: { zh: '邮箱', en: 'Address' }, type: 'text' },
    { key: 'language', title: { zh: '语言', en: 'Language' }, type: 'text' },
    { key: 'consentOn', title: { zh: '同意日期', en: 'Consent' }, type: 'day' },
  ],
};
