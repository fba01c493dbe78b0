import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { LikenessReason } from './rules/title-likeness.js';
import type { MergeCandidateView, MergeView, TitleInBrief } from './title-merges.http.js';

const reasonWords: Readonly<Record<LikenessReason, Words>> = {
  'same-isbn': { zh: 'ISBN 相同', en: 'same ISBN' },
  'same-title': { zh: '题名相同', en: 'same title' },
  'same-contributor': { zh: '著者相同', en: 'same author' },
  'same-publisher': { zh: '出版者相同', en: 'same publisher' },
  'same-year': { zh: '出版年相同', en: 'same year' },
  'other-isbn': { zh: 'ISBN 不同', en: 'other ISBN' },
  'other-title': { zh: '题名不同', en: 'other title' },
  'other-contributor': { zh: '著者不同', en: 'other author' },
  'other-publisher': { zh: '出版者不同', en: 'other publisher' },
  'other-year': { zh: '出版年不同', en: 'other year' },
  'other-part': { zh: '分册不同', en: 'other part' },
  'other-carrier': { zh: '载体不同', en: 'other carrier' },
};

const lineOf = ({ title, contributors, publisher, publishedYear, isbns }: TitleInBrief): string =>
  [title, contributors[0], publisher, publishedYear, isbns[0]]
    .filter((part) => part !== null && part !== undefined)
    .join(' / ');

const side = (at: 0 | 1, title: Words): readonly PrintedColumn<MergeCandidateView>[] => [
  {
    key: `title${String(at + 1)}`,
    title,
    type: 'text',
    of: ({ titles }) => {
      const one = titles[at];
      return one === undefined ? '' : lineOf(one);
    },
  },
  {
    key: `copies${String(at + 1)}`,
    title: { zh: '册', en: 'Copies' },
    type: 'integer',
    of: ({ titles }) => titles[at]?.copies ?? 0,
  },
];

export const printedCandidates: PrintedList<MergeCandidateView> = {
  name: 'title-merge-candidates',
  title: { zh: '疑似重复书目', en: 'Titles that look like one' },
  columns: [
    { key: 'score', title: { zh: '相似度', en: 'Score' }, type: 'integer' },
    ...side(0, { zh: '书目一', en: 'One' }),
    ...side(1, { zh: '书目二', en: 'Other' }),
    {
      key: 'reasons',
      title: { zh: '依据', en: 'Reasons' },
      type: 'text',
      of: ({ reasons }, language) =>
        reasons.map((reason) => reasonWords[reason as LikenessReason][language]).join('; '),
    },
  ],
};

export const printedMerges: PrintedList<MergeView> = {
  name: 'title-merges',
  title: { zh: '书目合并记录', en: 'Mergers of titles' },
  columns: [
    { key: 'mergedAt', title: { zh: '合并时间', en: 'Merged' }, type: 'moment' },
    { key: 'title', title: { zh: '被合并的书目', en: 'Title' }, type: 'text' },
    { key: 'intoTitle', title: { zh: '并入', en: 'Into' }, type: 'text' },
    { key: 'copies', title: { zh: '移动册数', en: 'Copies' }, type: 'integer' },
    { key: 'mergedBy', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
  ],
};
