import type { PrintedList } from '@shulian/service-kit';
import type {
  AuthorityMergeView,
  AuthorityProposal,
  AuthorityTitle,
  AuthorityView,
} from './authorities.http.js';

export const printedAuthorities: PrintedList<AuthorityView> = {
  name: 'authorities',
  title: { zh: '规范名称', en: 'Authorities' },
  columns: [
    { key: 'preferred', title: { zh: '规范形式', en: 'Preferred form' }, type: 'text' },
    {
      key: 'variants',
      title: { zh: '其他形式', en: 'Other forms' },
      type: 'text',
      of: ({ variants }) => variants.join('; '),
    },
    { key: 'dates', title: { zh: '生卒年', en: 'Dates' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'note', title: { zh: '说明', en: 'Note' }, type: 'text' },
  ],
};

export const printedAuthorityTitles: PrintedList<AuthorityTitle> = {
  name: 'titles-of-authority',
  title: { zh: '相关书目', en: 'Titles that point to a name' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    {
      key: 'contributors',
      title: { zh: '责任者', en: 'Contributors' },
      type: 'text',
      of: ({ contributors }) => contributors.join('; '),
    },
    { key: 'publisher', title: { zh: '出版者', en: 'Publisher' }, type: 'text' },
    { key: 'publishedYear', title: { zh: '出版年', en: 'Year' }, type: 'integer' },
  ],
};

const line = (view: AuthorityView | undefined): string =>
  view === undefined
    ? ''
    : [view.preferred, view.dates, String(view.titles)].filter((part) => part !== null).join(' / ');

export const printedProposals: PrintedList<AuthorityProposal> = {
  name: 'authority-proposals',
  title: { zh: '疑似相同的名称', en: 'Names that look like one' },
  columns: [
    { key: 'score', title: { zh: '相似度', en: 'Score' }, type: 'integer' },
    {
      key: 'one',
      title: { zh: '名称一', en: 'One' },
      type: 'text',
      of: ({ authorities }) => line(authorities[0]),
    },
    {
      key: 'other',
      title: { zh: '名称二', en: 'Other' },
      type: 'text',
      of: ({ authorities }) => line(authorities[1]),
    },
  ],
};

export const printedMerges: PrintedList<AuthorityMergeView> = {
  name: 'authority-merges',
  title: { zh: '名称合并记录', en: 'Mergers of names' },
  columns: [
    { key: 'mergedAt', title: { zh: '合并时间', en: 'Merged' }, type: 'moment' },
    { key: 'authority', title: { zh: '被合并的名称', en: 'Name' }, type: 'text' },
    { key: 'into', title: { zh: '并入', en: 'Into' }, type: 'text' },
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer' },
    { key: 'mergedBy', title: { zh: '经手', en: 'By' }, type: 'text' },
    { key: 'undoneAt', title: { zh: '撤销时间', en: 'Undone' }, type: 'moment' },
  ],
};
