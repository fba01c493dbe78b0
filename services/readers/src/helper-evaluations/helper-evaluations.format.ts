import type { PrintedList } from '@shulian/service-kit';
import type { EvaluationView } from './helper-evaluations.http.js';

export const printedEvaluations: PrintedList<EvaluationView> = {
  name: 'helper-evaluations',
  title: { zh: '小图书管理员考核表', en: 'Evaluation of class helpers' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'duties', title: { zh: '值日次数', en: 'Duties' }, type: 'integer' },
    { key: 'kept', title: { zh: '到岗', en: 'Kept' }, type: 'integer' },
    { key: 'late', title: { zh: '迟到', en: 'Late' }, type: 'integer' },
    { key: 'excused', title: { zh: '请假', en: 'Excused' }, type: 'integer' },
    { key: 'missed', title: { zh: '缺岗', en: 'Missed' }, type: 'integer' },
    { key: 'stoodIn', title: { zh: '替班', en: 'Stood in' }, type: 'integer' },
    { key: 'trainings', title: { zh: '参训', en: 'Trainings' }, type: 'integer' },
    { key: 'points', title: { zh: '得分', en: 'Points' }, type: 'integer' },
    {
      key: 'grade',
      title: { zh: '评定', en: 'Judgement' },
      type: 'text',
      words: {
        excellent: { zh: '优秀', en: 'excellent' },
        good: { zh: '良好', en: 'good' },
        sufficient: { zh: '合格', en: 'sufficient' },
        insufficient: { zh: '不合格', en: 'insufficient' },
      },
    },
    {
      key: 'awarded',
      title: { zh: '优秀小图书管理员', en: 'Award' },
      type: 'text',
      of: ({ awarded }, language) => (awarded ? { zh: '是', en: 'yes' }[language] : ''),
    },
  ],
};
