import type { PrintedList, Words } from '@shulian/service-kit';
import type { SchoolPublicationKind } from './rules/school-publication.js';
import type { SchoolPublicationSum, SchoolPublicationView } from './school-publications.http.js';

const kindWords: Readonly<Record<SchoolPublicationKind, Words>> = {
  'best-essays': { zh: '优秀作文集', en: 'best essays' },
  'activity-documents': { zh: '活动资料', en: 'documents of activities' },
  'school-textbook': { zh: '校本教材', en: 'school-based textbook' },
  'research-papers': { zh: '论文集', en: 'research papers' },
  'school-history': { zh: '校史', en: 'school history' },
  'school-journal': { zh: '校刊', en: 'school journal' },
  other: { zh: '其他', en: 'other' },
};
const kind = { key: 'kind', title: { zh: '类型', en: 'Kind' }, type: 'text', words: kindWords } as const;

export const printedPublications: PrintedList<SchoolPublicationView> = {
  name: 'school-publications',
  title: { zh: '学校出版物目录', en: 'Publications of the school' },
  columns: [
    { key: 'title', title: { zh: '题名', en: 'Title' }, type: 'text' },
    kind,
    { key: 'makers', title: { zh: '编者', en: 'Makers' }, type: 'text' },
    { key: 'year', title: { zh: '年份', en: 'Year' }, type: 'integer' },
    { key: 'characters', title: { zh: '字数', en: 'Characters' }, type: 'integer', total: 'sum' },
    { key: 'clc', title: { zh: '分类号', en: 'Class' }, type: 'text' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer', total: 'sum' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedSums: PrintedList<SchoolPublicationSum> = {
  name: 'school-publication-sums',
  title: { zh: '学校出版物统计', en: 'Publications of the school, by kind' },
  columns: [
    kind,
    { key: 'titles', title: { zh: '种数', en: 'Titles' }, type: 'integer', total: 'sum' },
    { key: 'characters', title: { zh: '字数', en: 'Characters' }, type: 'integer', total: 'sum' },
    { key: 'copies', title: { zh: '册数', en: 'Copies' }, type: 'integer', total: 'sum' },
  ],
};
