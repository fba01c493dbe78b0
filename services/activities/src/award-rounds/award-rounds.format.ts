import type { PrintedList, Words } from '@shulian/service-kit';
import type { AwardView, CandidateView, RoundView } from './award-rounds.http.js';
import type { Programme, RoundStatus } from './rules/award-round.js';

const programmeWords: Readonly<Record<Programme, Words>> = {
  'reading-star': { zh: '读书之星', en: 'reading star' },
  superlative: { zh: '读书之最', en: 'superlative' },
  'class-librarian': { zh: '优秀小图书管理员', en: 'outstanding class librarian' },
  incentive: { zh: '我能行，我真棒', en: 'I can, I’m great' },
};
const statusWords: Readonly<Record<RoundStatus, Words>> = {
  open: { zh: '评选中', en: 'open' },
  published: { zh: '已公布', en: 'published' },
  'taken-back': { zh: '已撤回', en: 'taken back' },
};
const yesNo: Readonly<Record<'true' | 'false', Words>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};
const ofReader = {
  key: 'reader',
  title: { zh: '学生', en: 'Pupil' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string }) => ({ kind: 'reader', id: readerId }),
} as const;

export const printedRounds: PrintedList<RoundView> = {
  name: 'award-rounds',
  title: { zh: '评选活动', en: 'Rounds of awards' },
  columns: [
    { key: 'programme', title: { zh: '项目', en: 'Programme' }, type: 'text', words: programmeWords },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'startsOn', title: { zh: '自', en: 'From' }, type: 'day' },
    { key: 'endsOn', title: { zh: '至', en: 'To' }, type: 'day' },
    { key: 'awards', title: { zh: '人数', en: 'Awards' }, type: 'integer' },
    { key: 'prize', title: { zh: '奖品', en: 'Prize' }, type: 'text' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'publishedOn', title: { zh: '公布', en: 'Published' }, type: 'day' },
  ],
};

export const printedCandidates: PrintedList<CandidateView> = {
  name: 'award-candidates',
  title: { zh: '评选参考', en: 'Candidates' },
  columns: [
    ofReader,
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'rank', title: { zh: '名次', en: 'Rank' }, type: 'integer' },
    { key: 'loans', title: { zh: '借阅', en: 'Loans' }, type: 'integer' },
    { key: 'notes', title: { zh: '笔记', en: 'Notes' }, type: 'integer' },
    { key: 'excerpts', title: { zh: '摘抄', en: 'Excerpts' }, type: 'integer' },
    { key: 'quizPoints', title: { zh: '竞赛得分', en: 'Quiz' }, type: 'integer' },
    {
      key: 'chosen',
      title: { zh: '已选', en: 'Chosen' },
      type: 'text',
      of: ({ chosen }, language) => yesNo[`${chosen}`][language],
    },
  ],
};

const ofAward = [
  { key: 'name', title: { zh: '评选', en: 'Round' }, type: 'text' },
  {
    key: 'award',
    title: { zh: '称号', en: 'Award' },
    type: 'text',
    of: ({ programme, categoryName }: AwardView, language: 'zh' | 'en') =>
      categoryName ?? programmeWords[programme][language],
  },
] as const;

export const printedAwards: PrintedList<AwardView> = {
  name: 'awards',
  title: { zh: '获奖名单', en: 'Awards' },
  columns: [
    ofReader,
    ...ofAward,
    { key: 'reason', title: { zh: '事迹', en: 'Why' }, type: 'text' },
    { key: 'prize', title: { zh: '奖品', en: 'Prize' }, type: 'text' },
    { key: 'grantedOn', title: { zh: '公布', en: 'Granted' }, type: 'day' },
    { key: 'prizeIssuedOn', title: { zh: '发奖', en: 'Prize given' }, type: 'day' },
  ],
};

/** One slip for each award, to be cut and signed. */
export const printedCertificates: PrintedList<AwardView> = {
  name: 'award-certificates',
  title: { zh: '奖状', en: 'Certificate' },
  slipsBy: 'number',
  signatures: [
    { zh: '学校图书馆（盖章）', en: 'School library (stamp)' },
    { zh: '校长', en: 'Head of the school' },
  ],
  columns: [
    { key: 'number', title: { zh: '编号', en: 'No.' }, type: 'text', of: ({ id }) => id.slice(-8) },
    ofReader,
    ...ofAward,
    {
      key: 'says',
      title: { zh: '评语', en: 'This says' },
      type: 'text',
      of: ({ reason }, language) =>
        reason ??
        (language === 'zh' ? '热爱阅读，成绩突出，特发此状，以资鼓励。' : 'For reading much and well.'),
    },
    { key: 'grantedOn', title: { zh: '日期', en: 'Date' }, type: 'day' },
  ],
};
