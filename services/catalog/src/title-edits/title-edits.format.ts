import type { PrintedList, Words } from '@shulian/service-kit';
import type { TitleEditLine, TitleEditView } from './title-edits.http.js';

const fieldWords: Readonly<Record<string, Words>> = {
  clc: { zh: '分类号', en: 'class' },
  publisher: { zh: '出版者', en: 'publisher' },
  publishedIn: { zh: '出版地', en: 'place' },
  audience: { zh: '读者对象', en: 'audience' },
  binding: { zh: '装帧', en: 'binding' },
  languages: { zh: '语种', en: 'languages' },
};

const inWords = (change: Readonly<Record<string, unknown>>, language: 'zh' | 'en'): string =>
  Object.entries(change)
    .map(([field, value]) => {
      const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '–';
      return `${fieldWords[field]?.[language] ?? field}: ${text}`;
    })
    .join('; ');

export const printedEdits: PrintedList<TitleEditView> = {
  name: 'title-edits',
  title: { zh: '书目批量修改记录', en: 'Changes of many titles' },
  columns: [
    { key: 'editedAt', title: { zh: '修改时间', en: 'Changed' }, type: 'moment' },
    {
      key: 'change',
      title: { zh: '改为', en: 'To' },
      type: 'text',
      of: ({ change }, language) => inWords(change, language),
    },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'editedBy', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'remark', title: { zh: '说明', en: 'Remark' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
  ],
};

export const printedLines: PrintedList<TitleEditLine> = {
  name: 'title-edit-lines',
  title: { zh: '批量修改明细', en: 'Titles that were changed' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'before',
      title: { zh: '原为', en: 'Before' },
      type: 'text',
      of: ({ before }, language) => inWords(before, language),
    },
    {
      key: 'after',
      title: { zh: '改为', en: 'After' },
      type: 'text',
      of: ({ after }, language) => inWords(after, language),
    },
    {
      key: 'state',
      title: { zh: '状态', en: 'State' },
      type: 'text',
      words: {
        done: { zh: '已修改', en: 'changed' },
        restored: { zh: '已恢复', en: 'given back' },
        kept: { zh: '后来另有修改，未恢复', en: 'changed since, left as it is' },
      },
    },
  ],
};
