import type { PrintedList } from '@shulian/service-kit';
import type { TeacherReadingOf } from './teacher-reading.http.js';

export const printedTeacherReading: PrintedList<TeacherReadingOf> = {
  name: 'teacher-reading',
  title: { zh: '教师阅读情况统计（常规工作考核）', en: 'Reading of teachers, for the assessment of staff' },
  columns: [
    {
      key: 'reader',
      title: { zh: '教师', en: 'Teacher' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }),
    },
    { key: 'loans', title: { zh: '借书册数', en: 'Loans' }, type: 'integer' },
    { key: 'times', title: { zh: '借书次数', en: 'Times' }, type: 'integer' },
    { key: 'target', title: { zh: '指标', en: 'Target' }, type: 'integer' },
    { key: 'reached', title: { zh: '达标', en: 'Reached' }, type: 'yes-no' },
    { key: 'visits', title: { zh: '进阅览室次数', en: 'Times in a room' }, type: 'integer' },
    { key: 'minutes', title: { zh: '阅览分钟', en: 'Minutes' }, type: 'integer' },
  ],
};
