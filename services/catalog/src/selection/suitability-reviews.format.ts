import type { PrintedList } from '@shulian/service-kit';
import type { SuitabilityReviewView } from './suitability-reviews.http.js';

const verdictWords = {
  suitable: { zh: '适合', en: 'suitable' },
  unsuitable: { zh: '不适合', en: 'unsuitable' },
} as const;
const audienceWords = {
  pupils: { zh: '学生', en: 'pupils' },
  teachers: { zh: '教师', en: 'teachers' },
} as const;

export const printedReviews: PrintedList<SuitabilityReviewView> = {
  name: 'suitability-reviews',
  title: { zh: '图书审读登记表', en: 'Suitability reviews' },
  columns: [
    { key: 'reviewedOn', title: { zh: '审读日期', en: 'Reviewed' }, type: 'day' },
    { key: 'name', title: { zh: '题名', en: 'Title' }, type: 'text' },
    { key: 'contributor', title: { zh: '著者', en: 'Author' }, type: 'text' },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'isbn', title: { zh: 'ISBN', en: 'ISBN' }, type: 'text' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'verdict', title: { zh: '意见', en: 'Verdict' }, type: 'text', words: verdictWords },
    { key: 'audience', title: { zh: '对象', en: 'For' }, type: 'text', words: audienceWords },
    {
      key: 'grades',
      title: { zh: '适用年级', en: 'Grades' },
      type: 'text',
      of: ({ firstGrade, lastGrade }) =>
        firstGrade === null ? null : `${String(firstGrade)}–${String(lastGrade)}`,
    },
    { key: 'reviewer', title: { zh: '审读人', en: 'Reviewer' }, type: 'text' },
    { key: 'remark', title: { zh: '备注', en: 'Remark' }, type: 'text' },
    { key: 'retractedOn', title: { zh: '撤回日期', en: 'Taken back' }, type: 'day' },
  ],
};
