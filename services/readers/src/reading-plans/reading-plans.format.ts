import type { PrintedList } from '@shulian/service-kit';
import type { PlanClassView, PlanView } from './reading-plans.http.js';

export const printedPlans: PrintedList<PlanView> = {
  name: 'reading-plans',
  title: { zh: '学生读书计划', en: 'Reading plans' },
  columns: [
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    { key: 'goalBooks', title: { zh: '目标册数', en: 'Goal' }, type: 'integer' },
    { key: 'goalMinutes', title: { zh: '每日分钟', en: 'Minutes a day' }, type: 'integer' },
    {
      key: 'books',
      title: { zh: '书目', en: 'Books' },
      type: 'text',
      of: ({ books }) =>
        books.map(({ title, doneOn }) => (doneOn === null ? title : `${title} ✓`)).join('；'),
    },
    { key: 'planned', title: { zh: '计划册数', en: 'Planned' }, type: 'integer' },
    { key: 'done', title: { zh: '已读册数', en: 'Read' }, type: 'integer' },
    { key: 'aim', title: { zh: '目的', en: 'Aim' }, type: 'text' },
    { key: 'comment', title: { zh: '教师批阅', en: 'Comment' }, type: 'text' },
  ],
};

export const printedPlanClasses: PrintedList<PlanClassView> = {
  name: 'reading-plan-classes',
  title: { zh: '各班读书计划统计', en: 'Reading plans by class' },
  columns: [
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer', total: 'sum' },
    { key: 'withPlan', title: { zh: '有计划', en: 'With a plan' }, type: 'integer', total: 'sum' },
    { key: 'withoutPlan', title: { zh: '尚无计划', en: 'Without' }, type: 'integer', total: 'sum' },
    { key: 'goalBooks', title: { zh: '目标册数', en: 'Goal' }, type: 'integer', total: 'sum' },
    { key: 'done', title: { zh: '已读册数', en: 'Read' }, type: 'integer', total: 'sum' },
  ],
};
