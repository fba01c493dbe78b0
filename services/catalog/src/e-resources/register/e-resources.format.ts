import type { PrintedColumn, PrintedList, Words } from '@shulian/service-kit';
import type { EResourceKind, EResourceState, TermLineKind } from '../rules/e-resource.js';
import type { EResourceView, PublishedEResourceView } from './e-resources.http.js';
import type { TermLineView } from './terms.http.js';

export const eResourceKindWords: Readonly<Record<EResourceKind, Words>> = {
  database: { zh: '数据库', en: 'database' },
  'e-book-package': { zh: '电子图书包', en: 'e-books' },
  'e-journal-package': { zh: '电子期刊包', en: 'e-journals' },
  'province-issued': { zh: '省级下发资源', en: 'issued by the province' },
  'feature-database': { zh: '特色数据库', en: 'feature database' },
  website: { zh: '网站', en: 'website' },
};
const stateWords: Readonly<Record<EResourceState, Words>> = {
  running: { zh: '在用', en: 'running' },
  expired: { zh: '到期', en: 'expired' },
  ended: { zh: '停用', en: 'ended' },
};
const lineWords: Readonly<Record<TermLineKind, Words>> = {
  subscription: { zh: '订购', en: 'subscription' },
  renewal: { zh: '续订', en: 'renewal' },
  'add-on': { zh: '增订', en: 'more quota' },
  correction: { zh: '更正', en: 'correction' },
};

const NAME = { key: 'name', title: { zh: '资源名称', en: 'Resource' }, type: 'text' } as const;
const KIND = {
  key: 'kind',
  title: { zh: '类型', en: 'Kind' },
  type: 'text',
  words: eResourceKindWords,
} as const;
const PROVIDER = { key: 'provider', title: { zh: '提供单位', en: 'Provider' }, type: 'text' } as const;
const SCOPE = { key: 'scope', title: { zh: '范围', en: 'Scope' }, type: 'text' } as const;
const URL = { key: 'url', title: { zh: '网址', en: 'Link' }, type: 'text' } as const;
const ENDS = { key: 'endsOn', title: { zh: '到期日期', en: 'Ends' }, type: 'day' } as const;
const school: PrintedColumn<{ readonly school: string | null }> = {
  key: 'school',
  title: { zh: '学校', en: 'School' },
  type: 'text',
  of: (line, language) => line.school ?? { zh: '全县', en: 'county' }[language],
};

export const printedEResources: PrintedList<EResourceView> = {
  name: 'e-resources',
  title: { zh: '电子资源登记表', en: 'Register of electronic resources' },
  columns: [
    school,
    NAME,
    KIND,
    PROVIDER,
    SCOPE,
    { key: 'startsOn', title: { zh: '起始日期', en: 'Since' }, type: 'day' },
    ENDS,
    { key: 'costFen', title: { zh: '累计费用', en: 'Cost' }, type: 'fen' },
    { key: 'quota', title: { zh: '当前额度', en: 'Quota' }, type: 'integer' },
    { key: 'quotaUnit', title: { zh: '单位', en: 'Unit' }, type: 'text' },
    { key: 'state', title: { zh: '状态', en: 'State' }, type: 'text', words: stateWords },
    { key: 'publishedOn', title: { zh: '发布日期', en: 'Published' }, type: 'day' },
    { key: 'entries', title: { zh: '条目', en: 'Entries' }, type: 'integer' },
    { key: 'goalEntries', title: { zh: '目标条目', en: 'Goal' }, type: 'integer' },
    URL,
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
};

export const printedRenewals: PrintedList<EResourceView> = {
  name: 'e-resource-renewals',
  title: { zh: '电子资源续订提醒', en: 'Electronic resources to renew' },
  columns: [
    ENDS,
    { key: 'daysLeft', title: { zh: '剩余天数', en: 'Days left' }, type: 'integer' },
    school,
    NAME,
    KIND,
    PROVIDER,
    SCOPE,
    { key: 'costFen', title: { zh: '累计费用', en: 'Cost' }, type: 'fen' },
    { key: 'terms', title: { zh: '已订期数', en: 'Terms' }, type: 'integer' },
  ],
};

export const printedTerms = ({ name }: EResourceView): PrintedList<TermLineView> => ({
  name: 'e-resource-lines',
  title: { zh: `${name}：订购与续订`, en: `${name}: terms` },
  columns: [
    { key: 'number', title: { zh: '序号', en: 'No.' }, type: 'integer' },
    { key: 'enteredOn', title: { zh: '登记日期', en: 'Entered' }, type: 'day' },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: lineWords },
    { key: 'startsOn', title: { zh: '起始日期', en: 'From' }, type: 'day' },
    ENDS,
    { key: 'costFen', title: { zh: '费用', en: 'Cost' }, type: 'fen', total: 'sum' },
    { key: 'quota', title: { zh: '额度', en: 'Quota' }, type: 'integer' },
    { key: 'documentNumber', title: { zh: '凭证号', en: 'Document' }, type: 'text' },
    { key: 'corrects', title: { zh: '更正行', en: 'Corrects' }, type: 'integer' },
    { key: 'note', title: { zh: '备注', en: 'Note' }, type: 'text' },
  ],
});

export const printedPublished: PrintedList<PublishedEResourceView> = {
  name: 'published-e-resources',
  title: { zh: '电子资源推荐', en: 'Electronic resources' },
  columns: [
    NAME,
    KIND,
    { key: 'subject', title: { zh: '学科', en: 'Subject' }, type: 'text' },
    {
      key: 'grades',
      title: { zh: '年级', en: 'Grades' },
      type: 'text',
      of: ({ firstGrade, lastGrade }) => `${String(firstGrade)}–${String(lastGrade)}`,
    },
    { key: 'audience', title: { zh: '对象', en: 'For' }, type: 'text' },
    PROVIDER,
    SCOPE,
    { key: 'entries', title: { zh: '条目', en: 'Entries' }, type: 'integer' },
    URL,
  ],
};
