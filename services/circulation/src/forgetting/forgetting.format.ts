import type { PrintedList, Words } from '@shulian/service-kit';
import type { Forgettable } from './forgettable.row.js';
import type { DueToForget, ForgettingRun, LegalHoldView } from './forgetting.http.js';

const sorts: Readonly<Record<Forgettable, Words>> = {
  loans: { zh: '借阅', en: 'Loans' },
  holds: { zh: '预约', en: 'Holds' },
  visits: { zh: '阅览', en: 'Visits' },
  bookings: { zh: '占座', en: 'Seats' },
  contacts: { zh: '催还联系', en: 'Talks' },
  requests: { zh: '读者咨询', en: 'Requests' },
};

export const printedPreview: PrintedList<DueToForget> = {
  name: 'forgetting-preview',
  title: { zh: '待去除读者的记录', en: 'Due to lose their reader' },
  columns: [
    { key: 'what', title: { zh: '记录', en: 'Records' }, type: 'text', words: sorts },
    { key: 'due', title: { zh: '到期', en: 'Due' }, type: 'integer' },
    { key: 'kept', title: { zh: '暂留', en: 'Kept' }, type: 'integer' },
  ],
};

export const printedRuns: PrintedList<ForgettingRun> = {
  name: 'forgetting-runs',
  title: { zh: '去除读者的记录', en: 'What was forgotten' },
  columns: [
    { key: 'onDay', title: { zh: '日期', en: 'Day' }, type: 'day' },
    ...(Object.keys(sorts) as Forgettable[]).map((key) => ({
      key,
      title: sorts[key],
      type: 'integer' as const,
    })),
  ],
};

export const printedLegalHolds: PrintedList<LegalHoldView> = {
  name: 'legal-holds',
  title: { zh: '依法暂留的读者记录', en: 'Readers who are kept' },
  columns: [
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'reason', title: { zh: '事由', en: 'Matter' }, type: 'text' },
    { key: 'placedOn', title: { zh: '自', en: 'Since' }, type: 'day' },
    { key: 'liftedOn', title: { zh: '解除', en: 'Lifted' }, type: 'day' },
  ],
};
