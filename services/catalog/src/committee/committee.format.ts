import type { PrintedList } from '@shulian/service-kit';
import type { CommitteeMemberView, VoteView } from './committee.http.js';

const kindWords = {
  expert: { zh: '专家', en: 'expert' },
  teacher: { zh: '一线教师', en: 'teacher' },
  researcher: { zh: '教研员', en: 'researcher' },
  pupil: { zh: '学生代表', en: 'pupil' },
} as const;
const voteWords = {
  yes: { zh: '同意', en: 'yes' },
  no: { zh: '不同意', en: 'no' },
  abstain: { zh: '弃权', en: 'abstains' },
} as const;
const KIND = { key: 'kind', title: { zh: '身份', en: 'As' }, type: 'text', words: kindWords } as const;
const NAME = { key: 'name', title: { zh: '校外委员', en: 'From outside' }, type: 'text' } as const;
const READER = {
  key: 'reader',
  title: { zh: '校内委员', en: 'Of the school' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string | null }) =>
    readerId === null ? null : ({ kind: 'reader', id: readerId } as const),
} as const;

export const printedMembers: PrintedList<CommitteeMemberView> = {
  name: 'committee-members',
  title: { zh: '图书情报工作委员会名单', en: 'Members of the committee' },
  columns: [
    KIND,
    READER,
    NAME,
    { key: 'startsOn', title: { zh: '任期起', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '任期止', en: 'To' }, type: 'day' },
  ],
};

export const printedVotes: PrintedList<VoteView> = {
  name: 'committee-votes',
  title: { zh: '订购书单评审表', en: 'What the committee said of an order' },
  signatures: [{ zh: '主任委员', en: 'Chair' }],
  columns: [
    KIND,
    READER,
    NAME,
    { key: 'vote', title: { zh: '意见', en: 'Vote' }, type: 'text', words: voteWords },
    { key: 'words', title: { zh: '说明', en: 'Words' }, type: 'text' },
    { key: 'on', title: { zh: '日期', en: 'Date' }, type: 'day' },
    { key: 'signed', title: { zh: '签名', en: 'Signature' }, type: 'text', of: () => null },
  ],
};
