import type { PrintedList, Words } from '@shulian/service-kit';
import type { ProgressView, RequirementView } from './note-requirements.http.js';
import type { RequiredEvery } from './rules/note-requirement.js';

const everyWords: Readonly<Record<RequiredEvery, Words>> = {
  week: { zh: '每周', en: 'week' },
  month: { zh: '每月', en: 'month' },
  term: { zh: '每学期', en: 'term' },
};
const kindWords = {
  note: { zh: '笔记', en: 'note' },
  excerpt: { zh: '摘抄好词好句', en: 'excerpt' },
  reflection: { zh: '读后感', en: 'reflection' },
  card: { zh: '文摘卡', en: 'digest card' },
  recommendation: { zh: '推荐理由', en: 'recommendation' },
} as const;

export const printedRequirements: PrintedList<RequirementView> = {
  name: 'note-requirements',
  title: { zh: '各年级读书笔记要求', en: 'What is asked of reading notes' },
  columns: [
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    {
      key: 'kinds',
      title: { zh: '种类', en: 'Kinds' },
      type: 'text',
      of: ({ kinds }, language) => kinds.map((kind) => kindWords[kind][language]).join('、'),
    },
    { key: 'fewestCharacters', title: { zh: '最少字数', en: 'Fewest characters' }, type: 'integer' },
    { key: 'sorted', title: { zh: '分类', en: 'Sorted' }, type: 'yes-no' },
    { key: 'namesTitle', title: { zh: '写明书名', en: 'Names the book' }, type: 'yes-no' },
    { key: 'every', title: { zh: '周期', en: 'Every' }, type: 'text', words: everyWords },
    { key: 'count', title: { zh: '篇数', en: 'Count' }, type: 'integer' },
    {
      key: 'source',
      title: { zh: '来源', en: 'Source' },
      type: 'text',
      words: { school: { zh: '本校', en: 'school' }, suggested: { zh: '建议', en: 'suggested' } },
    },
  ],
};

export const printedProgress: PrintedList<ProgressView> = {
  name: 'note-progress',
  title: { zh: '读书笔记完成情况', en: 'Progress with reading notes' },
  columns: [
    {
      key: 'who',
      title: { zh: '学生', en: 'Pupil' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    { key: 'from', title: { zh: '起', en: 'From' }, type: 'day' },
    { key: 'to', title: { zh: '止', en: 'To' }, type: 'day' },
    { key: 'asked', title: { zh: '应写', en: 'Asked' }, type: 'integer' },
    { key: 'written', title: { zh: '已写', en: 'Written' }, type: 'integer' },
    { key: 'accepted', title: { zh: '已通过', en: 'Accepted' }, type: 'integer' },
    { key: 'done', title: { zh: '完成', en: 'Done' }, type: 'yes-no' },
  ],
};
