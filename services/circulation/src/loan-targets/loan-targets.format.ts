import type { PrintedColumn, PrintedList } from '@shulian/service-kit';
import type { ClassProgress, GradeProgress, ReaderProgress, TeacherProgress } from './loan-targets.http.js';

const ofReader = {
  key: 'reader',
  title: { zh: '读者', en: 'Reader' },
  type: 'who',
  of: ({ readerId }: { readonly readerId: string }) => ({ kind: 'reader', id: readerId }),
} as const;
const grade = { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' } as const;
const counts = [
  { key: 'pupils', title: { zh: '人数', en: 'Pupils' }, type: 'integer' },
  { key: 'loans', title: { zh: '个人借书', en: 'Lent' }, type: 'integer' },
  { key: 'perPupil', title: { zh: '人均', en: 'Each' }, type: 'decimal' },
  { key: 'target', title: { zh: '目标', en: 'Target' }, type: 'integer' },
  { key: 'reached', title: { zh: '达标人数', en: 'Reached' }, type: 'integer' },
  { key: 'collective', title: { zh: '集体借书', en: 'Together' }, type: 'integer' },
  { key: 'collectivePerPupil', title: { zh: '集体人均', en: 'Together, each' }, type: 'decimal' },
  { key: 'collectiveTarget', title: { zh: '集体目标', en: 'Target together' }, type: 'integer' },
] as const satisfies readonly PrintedColumn<GradeProgress>[];

export const printedReaders: PrintedList<ReaderProgress> = {
  name: 'loan-target-readers',
  title: { zh: '学生借书目标进度', en: 'Pupils and their targets' },
  columns: [
    ofReader,
    grade,
    { key: 'loans', title: { zh: '本学期借书', en: 'This term' }, type: 'integer' },
    { key: 'target', title: { zh: '目标', en: 'Target' }, type: 'integer' },
    { key: 'reached', title: { zh: '达标', en: 'Reached' }, type: 'yes-no' },
    { key: 'thisWeek', title: { zh: '本周借书', en: 'This week' }, type: 'integer' },
    { key: 'adviceWeekly', title: { zh: '每周建议', en: 'Advised' }, type: 'integer' },
  ],
};

export const printedClasses: PrintedList<ClassProgress> = {
  name: 'loan-target-classes',
  title: { zh: '各班借书目标进度', en: 'Classes and their targets' },
  columns: [
    {
      key: 'class',
      title: { zh: '班级', en: 'Class' },
      type: 'class',
      of: ({ classId }) => ({ kind: 'class', id: classId }),
    },
    grade,
    ...counts,
  ],
};

export const printedGrades: PrintedList<GradeProgress> = {
  name: 'loan-target-grades',
  title: { zh: '各年级借书目标进度', en: 'Grades and their targets' },
  columns: [grade, ...counts],
};

export const printedTeachers: PrintedList<TeacherProgress> = {
  name: 'loan-target-teachers',
  title: { zh: '教师借阅与归还情况', en: 'Teachers: loans and returns' },
  columns: [
    ofReader,
    { key: 'loans', title: { zh: '本学期借书', en: 'This term' }, type: 'integer' },
    { key: 'visits', title: { zh: '次数（天）', en: 'Days' }, type: 'integer' },
    { key: 'target', title: { zh: '目标', en: 'Target' }, type: 'integer' },
    { key: 'reached', title: { zh: '达标', en: 'Reached' }, type: 'yes-no' },
    { key: 'open', title: { zh: '在借', en: 'Out' }, type: 'integer' },
    { key: 'overdue', title: { zh: '逾期', en: 'Overdue' }, type: 'integer' },
    { key: 'oldestDueOn', title: { zh: '最早应还', en: 'Oldest due' }, type: 'day' },
    { key: 'damaged', title: { zh: '损坏', en: 'Damaged' }, type: 'integer' },
    { key: 'debts', title: { zh: '未赔', en: 'Owed' }, type: 'integer' },
  ],
};
