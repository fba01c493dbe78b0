import { purposes } from '@shulian/contracts/personal-data';
import type { PrintedList } from '@shulian/service-kit';
import type { AccessRecord, AccessSeal, AccountThatRead } from './access-records.http.js';

const callerKind = {
  key: 'callerKind',
  title: { zh: '类别', en: 'Kind' },
  type: 'text',
  words: { account: { zh: '账号', en: 'account' }, client: { zh: '程序', en: 'client' } },
} as const;
const caller = { key: 'caller', title: { zh: '查看者', en: 'Who' }, type: 'text' } as const;

export const printedRecords: PrintedList<AccessRecord> = {
  name: 'access-records',
  title: { zh: '个人信息查看记录', en: 'Reads of personal data' },
  columns: [
    { key: 'id', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'seenAt', title: { zh: '时间', en: 'When' }, type: 'text' },
    callerKind,
    caller,
    {
      key: 'reader',
      title: { zh: '读者', en: 'Reader' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'operation', title: { zh: '操作', en: 'By' }, type: 'text' },
    { key: 'purpose', title: { zh: '用途', en: 'For' }, type: 'text', words: purposes },
  ],
};

export const printedAccounts: PrintedList<AccountThatRead> = {
  name: 'accounts-that-read',
  title: { zh: '各账号查看个人信息次数', en: 'Reads of personal data by account' },
  columns: [
    callerKind,
    caller,
    { key: 'reads', title: { zh: '次数', en: 'Reads' }, type: 'integer' },
    { key: 'readers', title: { zh: '人数', en: 'Readers' }, type: 'integer' },
    { key: 'firstAt', title: { zh: '最早', en: 'First' }, type: 'text' },
    { key: 'lastAt', title: { zh: '最近', en: 'Last' }, type: 'text' },
  ],
};

export const printedSeals: PrintedList<AccessSeal> = {
  name: 'access-seals',
  title: { zh: '查看记录封存链', en: 'Chain of the access log' },
  signatures: [
    { zh: '校长', en: 'Head' },
    { zh: '日期', en: 'Day' },
  ],
  columns: [
    { key: 'number', title: { zh: '封存号', en: 'Seal' }, type: 'integer' },
    { key: 'sealedAt', title: { zh: '时间', en: 'When' }, type: 'text' },
    { key: 'entries', title: { zh: '条数', en: 'Entries' }, type: 'integer' },
    { key: 'hash', title: { zh: '校验值', en: 'Hash' }, type: 'text' },
    { key: 'isIntact', title: { zh: '完好', en: 'Intact' }, type: 'yes-no' },
  ],
};
