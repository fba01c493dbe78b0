import type { Allowed, Operations } from '../access/operation.js';
import { county, librarian } from '../access/role-sets.js';

/** Who hands a roster in also follows its job. */
export const rosterImportJobs = {
  roles: { ...county, ...librarian },
  scope: 'readers.write',
} as const satisfies Allowed;

export const rosterImportsAccess = {
  'roster-imports.create': {
    says: {
      zh: '按名册更新学校的读者，作为后台任务',
      en: 'Brings the readers of a school in line with a roster, as a job.',
    },
    ...rosterImportJobs,
    problems: { 415: ['roster.format-unsupported', 'roster.xls-unsupported'] },
  },
  'roster-imports.preview': {
    says: {
      zh: '预览名册如何读取：各列是什么、前二十人、不能读取的行',
      en: 'How a list would be read: what its columns are, its first people, rows that would not be taken.',
    },
    ...rosterImportJobs,
    problems: { 415: ['roster.format-unsupported', 'roster.xls-unsupported'], 422: ['roster.unreadable'] },
  },
  'roster-mappings.create': {
    says: {
      zh: '保存一种列对照，以后同样表头的名册自动采用',
      en: 'Keeps how the columns of a list are read; lists with the same headings are read so from then on.',
    },
    ...rosterImportJobs,
    problems: { 409: ['roster-mapping.exists'] },
  },
  'roster-mappings.list': {
    says: { zh: '学校的列对照', en: 'The mappings of a school.' },
    ...rosterImportJobs,
  },
  'roster-mappings.change': {
    says: { zh: '修改一种列对照；需要 If-Match', en: 'Changes a mapping; needs If-Match.' },
    ...rosterImportJobs,
    problems: { 409: ['roster-mapping.exists'] },
  },
  'roster-mappings.remove': {
    says: { zh: '删除一种列对照', en: 'Removes a mapping.' },
    ...rosterImportJobs,
  },
  'roster-doubts.list': {
    says: {
      zh: '名册中无法确定是否在读者中的人，及可能的读者；format 给出可打印的表；查看会留下记录',
      en: 'People of lists of whom it is not certain whether they are readers already, with who they may be; the read is logged.',
    },
    ...rosterImportJobs,
  },
  'roster-doubts.confirm': {
    says: {
      zh: '确认是同一人，按名册更新该读者；需要 If-Match',
      en: 'It is the same person: the reader is brought in line with the list; needs If-Match.',
    },
    ...rosterImportJobs,
    problems: { 409: ['roster-doubt.decided', 'card.number-taken'] },
  },
  'roster-doubts.split': {
    says: {
      zh: '确认是另一人，登记为新读者；需要 If-Match',
      en: 'It is another person, who becomes a reader; needs If-Match.',
    },
    ...rosterImportJobs,
    problems: { 409: ['roster-doubt.decided', 'card.number-taken'] },
  },
  'roster-doubts.dismiss': {
    says: {
      zh: '名册有误，不予处理；需要 If-Match',
      en: 'The list is wrong, nothing is done; needs If-Match.',
    },
    ...rosterImportJobs,
    problems: { 409: ['roster-doubt.decided'] },
  },
  'roster-doubts.undo': {
    says: {
      zh: '撤回决定，读者恢复原样，已发的证号不收回；需要 If-Match',
      en: 'Takes a decision back: the reader is as before, except for card numbers that were given; needs If-Match.',
    },
    ...rosterImportJobs,
    problems: { 409: ['roster-doubt.open', 'roster-doubt.built-upon'] },
  },
} as const satisfies Operations;
