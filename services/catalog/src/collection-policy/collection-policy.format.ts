import type { PrintedList } from '@shulian/service-kit';
import { kindWords } from '../accession/rules/copy-words.js';
import { SIGNATURES } from '../registers/rules/signatures.js';
import type {
  CollectionPolicyView,
  CollectionGapView,
  LevelView,
  YearOfPlanView,
} from './collection-policy.http.js';

const levelWords = {
  comprehensive: { zh: '全面收藏', en: 'comprehensive' },
  supplementary: { zh: '补充收藏', en: 'supplementary' },
  selective: { zh: '选择收藏', en: 'selective' },
} as const;
const audienceWords = {
  pupils: { zh: '学生', en: 'pupils' },
  teachers: { zh: '教师', en: 'teachers' },
} as const;
const categoryWords = {
  enrichment: { zh: '课外拓展', en: 'enrichment' },
  'subject-extension': { zh: '学科延伸', en: 'subject extension' },
  'aesthetic-education': { zh: '美育', en: 'aesthetic education' },
  'moral-education': { zh: '德育', en: 'moral education' },
  'pinyin-readers': { zh: '拼音读物', en: 'pinyin readers' },
  'composition-readers': { zh: '作文读物', en: 'composition readers' },
  'educational-thinking': { zh: '教育新理念', en: 'educational thinking' },
  'educational-psychology': { zh: '教育心理', en: 'educational psychology' },
  'subject-titles': { zh: '学科专业', en: 'subject titles' },
  'continuing-education': { zh: '继续教育', en: 'continuing education' },
  'research-reading': { zh: '教研读物', en: 'research reading' },
  other: { zh: '其他', en: 'other' },
} as const;
const standingWords = {
  planned: { zh: '待执行', en: 'planned' },
  'in-force': { zh: '执行中', en: 'in force' },
  replaced: { zh: '已被取代', en: 'replaced' },
} as const;
const REASON = { key: 'reason', title: { zh: '理由', en: 'Reason' }, type: 'text' } as const;
const SINCE = { key: 'effectiveOn', title: { zh: '起始日期', en: 'From' }, type: 'day' } as const;
/** Hundredths of a percent as a percentage. */
const percent = (share: number | null): string | null =>
  share === null ? null : `${(share / 100).toFixed(2)}%`;

export const printedPolicies: PrintedList<CollectionPolicyView> = {
  name: 'collection-policies',
  title: { zh: '藏书建设方案', en: 'Collection policies' },
  columns: [
    SINCE,
    { key: 'standing', title: { zh: '状态', en: 'State' }, type: 'text', words: standingWords },
    REASON,
    { key: 'levels', title: { zh: '收藏级别数', en: 'Levels' }, type: 'integer' },
    { key: 'targets', title: { zh: '比例目标数', en: 'Targets' }, type: 'integer' },
    {
      key: 'perPupil',
      title: { zh: '生均册数（小/初/高）', en: 'Volumes a pupil' },
      type: 'text',
      of: ({ volumesPerPupil: { primary, junior, senior } }) => [primary, junior, senior].join(' / '),
    },
  ],
};

export const printedLevels: PrintedList<LevelView> = {
  name: 'collecting-levels',
  title: { zh: '各类图书收藏级别', en: 'Collecting levels' },
  signatures: SIGNATURES,
  columns: [
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'subject', title: { zh: '学科', en: 'Subject' }, type: 'text' },
    { key: 'level', title: { zh: '收藏级别', en: 'Level' }, type: 'text', words: levelWords },
    REASON,
    SINCE,
  ],
};

export const printedGaps: PrintedList<CollectionGapView> = {
  name: 'collection-gaps',
  title: { zh: '馆藏结构缺口表', en: 'What the stock lacks' },
  signatures: SIGNATURES,
  columns: [
    { key: 'name', title: { zh: '目标', en: 'Target' }, type: 'text' },
    { key: 'audience', title: { zh: '对象', en: 'For' }, type: 'text', words: audienceWords },
    { key: 'category', title: { zh: '类别', en: 'Category' }, type: 'text', words: categoryWords },
    { key: 'clcs', title: { zh: '分类号', en: 'Classes' }, type: 'text', of: ({ clcs }) => clcs.join('、') },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords },
    {
      key: 'share',
      title: { zh: '目标比例', en: 'Target share' },
      type: 'text',
      of: ({ share }) => percent(share),
    },
    { key: 'target', title: { zh: '目标册数', en: 'Target volumes' }, type: 'integer' },
    { key: 'held', title: { zh: '现有册数', en: 'Held' }, type: 'integer' },
    {
      key: 'heldShare',
      title: { zh: '现有比例', en: 'Share held' },
      type: 'text',
      of: ({ heldShare }) => percent(heldShare),
    },
    { key: 'gap', title: { zh: '缺口', en: 'Wanting' }, type: 'integer' },
  ],
};

export const printedStockPlan: PrintedList<YearOfPlanView> = {
  name: 'stock-plan',
  title: { zh: '藏书配备规划', en: 'Stock planned for the enrolment to come' },
  signatures: SIGNATURES,
  columns: [
    { key: 'year', title: { zh: '年度', en: 'Year' }, type: 'integer' },
    { key: 'pupils', title: { zh: '预计学生数', en: 'Pupils expected' }, type: 'integer' },
    { key: 'required', title: { zh: '应有册数', en: 'Required' }, type: 'integer' },
    { key: 'toBuy', title: { zh: '应购册数', en: 'To buy' }, type: 'integer', total: 'sum' },
    { key: 'volumes', title: { zh: '达到册数', en: 'Volumes then' }, type: 'integer' },
  ],
};
