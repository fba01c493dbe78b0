import type { PrintedList } from '@shulian/service-kit';
import type { AttendanceView, FocusGradeView, TrainingView } from './helper-training.http.js';

const yesWords = (is: boolean, language: 'zh' | 'en'): string =>
  (is ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })[language];

export const printedTrainings: PrintedList<TrainingView> = {
  name: 'helper-trainings',
  title: { zh: '小图书管理员培训记录', en: 'Trainings of class helpers' },
  columns: [
    { key: 'heldOn', title: { zh: '日期', en: 'Day' }, type: 'day' },
    { key: 'name', title: { zh: '培训名称', en: 'Training' }, type: 'text' },
    {
      key: 'syllabus',
      title: { zh: '培训内容', en: 'Syllabus' },
      type: 'text',
      of: ({ syllabus }) => syllabus.join('、'),
    },
    { key: 'trainer', title: { zh: '主讲', en: 'Trainer' }, type: 'text' },
    { key: 'place', title: { zh: '地点', en: 'Place' }, type: 'text' },
    { key: 'minutes', title: { zh: '时长（分）', en: 'Minutes' }, type: 'integer' },
    {
      key: 'required',
      title: { zh: '上岗必修', en: 'Required' },
      type: 'text',
      of: ({ required }, language) => yesWords(required, language),
    },
    { key: 'present', title: { zh: '到课人数', en: 'Present' }, type: 'integer' },
    { key: 'passed', title: { zh: '合格人数', en: 'Passed' }, type: 'integer' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        planned: { zh: '计划', en: 'planned' },
        held: { zh: '已举行', en: 'held' },
        cancelled: { zh: '取消', en: 'cancelled' },
      },
    },
  ],
};

export const printedAttendance: PrintedList<AttendanceView> = {
  name: 'helper-training-attendance',
  title: { zh: '培训签到与考核表', en: 'Attendance and results' },
  columns: [
    {
      key: 'reader',
      title: { zh: '姓名', en: 'Name' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
    {
      key: 'present',
      title: { zh: '到课', en: 'Present' },
      type: 'text',
      of: ({ present }, language) => yesWords(present, language),
    },
    {
      key: 'result',
      title: { zh: '考核', en: 'Result' },
      type: 'text',
      words: { passed: { zh: '合格', en: 'passed' }, failed: { zh: '不合格', en: 'failed' } },
    },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedFocus: PrintedList<FocusGradeView> = {
  name: 'helper-training-focus',
  title: { zh: '重点培训年级', en: 'Focus of the trainings' },
  columns: [
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    {
      key: 'inFocus',
      title: { zh: '重点', en: 'In focus' },
      type: 'text',
      of: ({ inFocus }, language) => yesWords(inFocus, language),
    },
    { key: 'helpers', title: { zh: '小管理员人数', en: 'Helpers' }, type: 'integer' },
    { key: 'trained', title: { zh: '参训人数', en: 'Trained' }, type: 'integer' },
    { key: 'passed', title: { zh: '合格人数', en: 'Passed' }, type: 'integer' },
  ],
};
