import type { PrintedList } from '@shulian/service-kit';
import { noteKindWords } from '../notes/note-marks.format.js';
import type { MissingView, ParticipationView } from './participation.http.js';

export const printedParticipation: PrintedList<ParticipationView> = {
  name: 'contest-participation',
  title: { zh: '参赛（交稿）情况统计', en: 'Who took part' },
  columns: [
    { key: 'grade', title: { zh: '年级', en: 'Grade' }, type: 'integer' },
    {
      key: 'className',
      title: { zh: '班级', en: 'Class' },
      type: 'text',
      of: ({ className }, language) => className ?? { zh: '合计', en: 'all' }[language],
    },
    { key: 'kind', title: { zh: '种类', en: 'Kind' }, type: 'text', words: noteKindWords },
    { key: 'pupils', title: { zh: '学生数', en: 'Pupils' }, type: 'integer' },
    { key: 'handedIn', title: { zh: '已交人数', en: 'Handed in' }, type: 'integer' },
    { key: 'percent', title: { zh: '比例（%）', en: 'Percent' }, type: 'integer' },
    { key: 'target', title: { zh: '目标（%）', en: 'Target' }, type: 'integer' },
    { key: 'reached', title: { zh: '达标', en: 'Reached' }, type: 'yes-no' },
    { key: 'notes', title: { zh: '笔记篇数', en: 'Notes' }, type: 'integer' },
    { key: 'marked', title: { zh: '已批', en: 'Marked' }, type: 'integer' },
    { key: 'nominated', title: { zh: '推荐', en: 'Nominated' }, type: 'integer' },
  ],
};

export const printedMissing: PrintedList<MissingView> = {
  name: 'contest-missing',
  title: { zh: '未交名单', en: 'Who has handed in nothing' },
  columns: [
    {
      key: 'who',
      title: { zh: '学生', en: 'Pupil' },
      type: 'who',
      of: ({ readerId }) => ({ kind: 'reader', id: readerId }) as const,
    },
  ],
};
