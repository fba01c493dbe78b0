import type { PrintedList, Words } from '@shulian/service-kit';
import type { ReviewVerdict, RoundStatus, SubscriptionRoom } from '../rules/subscription.js';
import { kindWords } from '../serials.format.js';
import type { RoundView, SubscriptionLineView } from './subscriptions.http.js';

type InLanguage = keyof Words;
const statusWords: Readonly<Record<RoundStatus, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '已提交', en: 'submitted' },
  refused: { zh: '退回', en: 'refused' },
  approved: { zh: '已批准', en: 'approved' },
};
const roomWords: Readonly<Record<SubscriptionRoom, Words>> = {
  pupils: { zh: '学生阅览室', en: "pupils' reading room" },
  teachers: { zh: '教师阅览室', en: "teachers' reading room" },
  staff: { zh: '馆员业务用', en: "library staff's own" },
};
const verdictWords: Readonly<Record<ReviewVerdict, Words>> = {
  accept: { zh: '订', en: 'taken' },
  decline: { zh: '不订', en: 'not taken' },
};
const yesOrNo = (value: boolean | null, language: InLanguage): string => {
  if (value === null) return '';
  return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no';
};

/** What stands above a list: the year, and the room it is for. */
export const roomNotes = (
  { year }: RoundView,
  room: SubscriptionRoom | null,
  language: InLanguage,
): string[] => [
  language === 'zh' ? `${String(year)}年度` : `For ${String(year)}`,
  ...(room === null ? [] : [roomWords[room][language]]),
];

export const printedRounds: PrintedList<RoundView> = {
  name: 'subscription-rounds',
  title: { zh: '报刊征订一览', en: 'Subscriptions by year' },
  columns: [
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'status', title: { zh: '状态', en: 'State' }, type: 'text', words: statusWords },
    { key: 'vendor', title: { zh: '订购处', en: 'Ordered of' }, type: 'text' },
    { key: 'requiredTitles', title: { zh: '要求种数', en: 'Required' }, type: 'integer' },
    { key: 'titles', title: { zh: '订阅种数', en: 'Titles' }, type: 'integer' },
    { key: 'missingTitles', title: { zh: '尚缺', en: 'Wanting' }, type: 'integer' },
    { key: 'newspapers', title: { zh: '其中报纸', en: 'Newspapers' }, type: 'integer' },
    { key: 'pupilTitles', title: { zh: '学生阅览室', en: 'Pupils' }, type: 'integer' },
    { key: 'teacherTitles', title: { zh: '教师阅览室', en: 'Teachers' }, type: 'integer' },
    { key: 'copies', title: { zh: '份数', en: 'Copies' }, type: 'integer' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' },
    { key: 'approvedOn', title: { zh: '批准日期', en: 'Approved' }, type: 'day' },
  ],
};

export const printedSubscriptionLines: PrintedList<SubscriptionLineView> = {
  name: 'subscription-list',
  title: { zh: '报刊征订清单', en: 'Subscription list' },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No' }, type: 'integer' },
    { key: 'room', title: { zh: '去向', en: 'For' }, type: 'text', words: roomWords },
    { key: 'title', title: { zh: '刊名', en: 'Title' }, type: 'text' },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    { key: 'postalCode', title: { zh: '邮发代号', en: 'Postal code' }, type: 'text' },
    { key: 'copies', title: { zh: '份数', en: 'Copies' }, type: 'integer' },
    { key: 'priceFen', title: { zh: '全年单价', en: 'A copy a year' }, type: 'fen' },
    { key: 'fen', title: { zh: '金额', en: 'Value' }, type: 'fen' },
    {
      key: 'useful',
      title: { zh: '实用', en: 'Useful' },
      type: 'text',
      of: ({ useful }, language) => yesOrNo(useful, language),
    },
    {
      key: 'readable',
      title: { zh: '可读', en: 'Readable' },
      type: 'text',
      of: ({ readable }, language) => yesOrNo(readable, language),
    },
    { key: 'verdict', title: { zh: '意见', en: 'Verdict' }, type: 'text', words: verdictWords },
    { key: 'reviewer', title: { zh: '审议人', en: 'Reviewed by' }, type: 'text' },
    {
      key: 'mandated',
      title: { zh: '县定', en: 'County' },
      type: 'text',
      of: ({ mandated }, language) => yesOrNo(mandated, language),
    },
    { key: 'shelfOrder', title: { zh: '排架号', en: 'Rack' }, type: 'text' },
  ],
};
