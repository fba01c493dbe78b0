import type { PrintedList, Words } from '@shulian/service-kit';
import type { Paragraph, PostingView, ReadingView, RuleSetView } from './rule-sets.http.js';

const kinds: Readonly<Record<string, Words>> = {
  'acquisition-cataloguing': { zh: '采编制度', en: 'acquisition and cataloguing' },
  processing: { zh: '加工制度', en: 'processing' },
  'loan-return': { zh: '借还制度', en: 'loan and return' },
  custody: { zh: '保管制度', en: 'custody' },
  compensation: { zh: '赔偿制度', en: 'compensation' },
  stocktaking: { zh: '清点制度', en: 'stocktaking' },
  weeding: { zh: '剔除制度', en: 'weeding' },
  borrowing: { zh: '借书制度', en: 'borrowing' },
  reading: { zh: '阅览制度', en: 'reading' },
  'post-duties': { zh: '岗位职责', en: 'post duties' },
  other: { zh: '其他', en: 'other' },
};

export const printedRuleSets: PrintedList<RuleSetView> = {
  name: 'rule-sets',
  title: { zh: '规章制度一览表', en: 'Sets of rules' },
  columns: [
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, type: 'text', words: kinds },
    { key: 'name', title: { zh: '名称', en: 'Name' }, type: 'text' },
    { key: 'number', title: { zh: '版次', en: 'Version' }, type: 'integer' },
    { key: 'holdsFrom', title: { zh: '施行日期', en: 'Holds from' }, type: 'day' },
    { key: 'nextFrom', title: { zh: '新版施行日期', en: 'Next from' }, type: 'day' },
    {
      key: 'rooms',
      title: { zh: '张贴处', en: 'Posted in' },
      type: 'text',
      of: ({ rooms }) => rooms.join('、'),
    },
    { key: 'readings', title: { zh: '已阅', en: 'Read' }, type: 'integer' },
    { key: 'endedOn', title: { zh: '废止日期', en: 'Ended' }, type: 'day' },
  ],
};

/** The text itself, to be hung on a wall. */
export const printedText = (set: RuleSetView): PrintedList<Paragraph> => ({
  name: 'rules',
  title: { zh: set.name, en: set.name },
  columns: [{ key: 'text', title: { zh: '条文', en: 'Text' }, type: 'text' }],
});

export const printedPostings: PrintedList<PostingView> = {
  name: 'rule-postings',
  title: { zh: '制度上墙记录', en: 'Where rules hang' },
  columns: [
    { key: 'room', title: { zh: '张贴处', en: 'Room' }, type: 'text' },
    { key: 'number', title: { zh: '版次', en: 'Version' }, type: 'integer' },
    { key: 'postedOn', title: { zh: '张贴日期', en: 'Posted' }, type: 'day' },
    { key: 'removedOn', title: { zh: '撤下日期', en: 'Removed' }, type: 'day' },
  ],
};

export const printedReadings: PrintedList<ReadingView> = {
  name: 'rule-readings',
  title: { zh: '制度传阅记录', en: 'Who read the rules' },
  columns: [
    {
      key: 'who',
      title: { zh: '阅知人', en: 'Who' },
      type: 'text',
      words: {
        teacher: { zh: '教师', en: 'teacher' },
        class: { zh: '班级', en: 'class' },
        reader: { zh: '读者', en: 'reader' },
      },
    },
    { key: 'className', title: { zh: '班级', en: 'Class' }, type: 'text' },
    { key: 'accountName', title: { zh: '登记账号', en: 'Account' }, type: 'text' },
    { key: 'number', title: { zh: '版次', en: 'Version' }, type: 'integer' },
    { key: 'readOn', title: { zh: '阅知日期', en: 'Read' }, type: 'day' },
  ],
};
