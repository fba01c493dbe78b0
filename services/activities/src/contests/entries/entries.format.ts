import type { PrintedList } from '@shulian/service-kit';
import { levelWords } from '../contests.format.js';
import type { ContestEntryView } from './entries.http.js';

export const printedEntries: PrintedList<ContestEntryView> = {
  name: 'contest-entries',
  title: { zh: '参赛作品登记表', en: 'Works handed in' },
  columns: [
    { key: 'number', title: { zh: '编号', en: 'No' }, type: 'integer' },
    {
      key: 'who',
      title: { zh: '作者', en: 'Whose' },
      type: 'who',
      of: ({ readerId, classId }) =>
        readerId === null ? { kind: 'class', id: classId ?? '' } : { kind: 'reader', id: readerId },
    },
    { key: 'title', title: { zh: '题目', en: 'Title' }, type: 'text' },
    {
      key: 'how',
      title: { zh: '提交方式', en: 'How' },
      type: 'text',
      of: ({ onPaper, noteId, files }, language) =>
        (onPaper
          ? { zh: '纸质', en: 'on paper' }
          : noteId !== null
            ? { zh: '读书笔记', en: 'reading note' }
            : files.length > 0
              ? { zh: '附件', en: 'files' }
              : { zh: '文字', en: 'text' })[language],
    },
    { key: 'handedInAt', title: { zh: '提交时间', en: 'Handed in' }, type: 'moment' },
    {
      key: 'status',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: { 'handed-in': { zh: '已交', en: 'handed in' }, withdrawn: { zh: '已撤回', en: 'taken back' } },
    },
    { key: 'place', title: { zh: '名次', en: 'Place' }, type: 'integer' },
    { key: 'level', title: { zh: '奖次', en: 'Prize' }, type: 'text', words: levelWords },
  ],
};
