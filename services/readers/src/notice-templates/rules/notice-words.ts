import type { NoticeKind } from '@shulian/contracts/words';
import type { Recipient } from './notice-template.js';

type InBoth = { readonly zh: string; readonly en: string };

/** How kinds of notices are called on paper. */
export const kindWords: Readonly<Record<NoticeKind, InBoth>> = {
  'due-soon': { zh: '即将到期', en: 'due soon' },
  overdue: { zh: '超期', en: 'overdue' },
  'hold-ready': { zh: '预约到书', en: 'ready to pick up' },
  recall: { zh: '集中催还', en: 'called in' },
  compensation: { zh: '赔偿', en: 'compensation' },
  clearance: { zh: '离校手续', en: 'before leaving' },
  'new-books': { zh: '新书', en: 'new books' },
  answer: { zh: '答复', en: 'answer' },
};

export const recipientWords: Readonly<Record<Recipient, InBoth>> = {
  reader: { zh: '读者', en: 'reader' },
  guardian: { zh: '家长', en: 'guardian' },
  'class-teacher': { zh: '班主任', en: 'class teacher' },
  'school-channel': { zh: '学校消息群', en: 'messenger of the school' },
};
