import type { Operations } from '../access/operation.js';
import { county, figures, librarian, school } from '../access/role-sets.js';

const ofCounty = { ...county, 'county-viewer': 'county' } as const;
const ofSchool = { ...school, teacher: 'class', 'class-helper': 'class', reader: 'self' } as const;
const writing = { ...county, ...ofSchool } as const;
const seeing = { ...ofCounty, ...ofSchool } as const;

export const logbooksAccess = {
  'logbooks.list': {
    says: {
      zh: '列出学校的台账及其表式：县里统一的和本校自定的；只列可填写或可查看的',
      en: 'The logbooks of a school with their forms, the county’s and its own; only those that the caller may write into or look at.',
    },
    roles: seeing,
    scope: 'activities.read',
  },
  'logbook-forms.create': {
    says: {
      zh: '新建一本台账：栏目、填写人、签字人、周期、办理状态一次给出；县里可建全县统一的',
      en: 'Makes a logbook in one call: fields, who writes, who signs, rhythm, what is followed up; the county office makes one for all schools.',
    },
    roles: { ...county, ...school },
    scope: 'activities.write',
    problems: { 409: ['logbook.code-taken'] },
  },
  'logbook-forms.read': {
    says: {
      zh: '查看自定台账的表式及其各版',
      en: 'A logbook that was made here, with all versions of its form.',
    },
    roles: { ...ofCounty, ...school },
    scope: 'activities.read',
  },
  'logbook-forms.change': {
    says: {
      zh: '修订表式，成为新的一版；旧记录仍按旧版保存；也可停用或重新启用',
      en: 'Puts a new version of the form in place; entries keep theirs. Also ends a logbook, or takes it up again.',
    },
    roles: { ...county, ...school },
    scope: 'activities.write',
  },
  'logbook-entries.write': {
    says: {
      zh: '填写一条记录，编号连续；可代读者登记纸质意见',
      en: 'Writes an entry, which gets the next number; people of the library may write for a reader what came on paper.',
    },
    roles: writing,
    scope: 'activities.write',
    problems: {
      409: ['logbook.retired', 'logbook.not-open', 'logbook.period-closed', 'logbook.answered-already'],
      422: ['request.unknown-reference'],
    },
  },
  'logbook-entries.list': {
    says: {
      zh: '一本台账的记录，最新的在前，更正与划去的也在；format 给出可打印的台账',
      en: 'The entries of a logbook, newest first, corrected and struck ones, too; `format` prints the book.',
    },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
    problems: { 422: ['request.unknown-reference'] },
  },
  'logbook-entries.read': {
    says: { zh: '查看一条记录，含更正、办理和附件', en: 'One entry with what became of it and its files.' },
    roles: seeing,
    scope: 'activities.read',
    namesReaders: true,
  },
  'logbook-entries.correct': {
    says: {
      zh: '更正或划去一条记录：原记录保留，新记录指向它',
      en: 'Corrects or strikes out an entry: it stays as it was, and the new one points to it.',
    },
    roles: { ...school, teacher: 'class', reader: 'self' },
    scope: 'activities.write',
    problems: {
      409: ['logbook-entry.corrected-already', 'logbook.period-closed', 'logbook.not-open'],
      422: ['request.unknown-reference'],
    },
  },
  'logbook-entries.sign': {
    says: {
      zh: '给一条记录签字；signed 为 false 时撤回自己的签字',
      en: 'Signs an entry; with `signed` false takes the own signature back.',
    },
    roles: school,
    scope: 'activities.write',
    problems: {
      409: [
        'logbook-entry.signed-already',
        'logbook-entry.own-signature',
        'logbook-entry.not-signed',
        'logbook-entry.not-to-be-signed',
        'logbook-entry.corrected-already',
        'logbook.period-closed',
      ],
    },
  },
  'logbook-entries.follow-up': {
    says: {
      zh: '答复或办理一条记录，改变其状态；每次办理都保留',
      en: 'Answers an entry or goes on with it, which changes its status; every step is kept.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 409: ['logbook-entry.has-no-status', 'logbook-entry.corrected-already'] },
  },
  'logbook-files.add': {
    says: {
      zh: '给记录附上照片或文件作为佐证；照片去除拍摄地点等信息',
      en: 'Adds a photo or a document as evidence; what a photo says of its place is left out.',
    },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.write',
    problems: {
      409: ['logbook-file.too-many'],
      413: ['picture.too-many-pixels'],
      415: ['logbook-file.format-unsupported', 'picture.unreadable'],
    },
  },
  'logbook-files.read': {
    says: { zh: '下载附件', en: 'The file itself.' },
    roles: { ...school, teacher: 'class' },
    scope: 'activities.read',
  },
  'logbook-files.remove': {
    says: { zh: '删除误传的附件', en: 'Removes a file that should not be there.' },
    roles: librarian,
    scope: 'activities.write',
  },
  'logbook-closings.set': {
    says: {
      zh: '结账到某日：此前的记录不能再填写和更正；只有校领导可以重新打开',
      en: 'Closes a logbook through a day: nothing before is written or corrected any more. Only the head of the school opens it again.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
  },
  'logbook-expectations.set': {
    says: {
      zh: '指定应填写某本台账的人员，缺谁由此得知',
      en: 'Names the people whose entries are expected; who is missing follows from it.',
    },
    roles: school,
    scope: 'activities.write',
    problems: { 422: ['request.unknown-reference'] },
  },
  'logbook-dues.list': {
    says: {
      zh: '按周期列出应填的记录：已填、迟填、缺、未到期，逐班或逐人；format 给出可打印的表',
      en: 'What is due period by period, and for each class or person where the form says so: kept, late, missing or still open; `format` prints it.',
    },
    roles: school,
    scope: 'activities.read',
    namesReaders: true,
    problems: { 409: ['logbook.has-no-rhythm'], 422: ['request.unknown-reference'] },
  },
  'logbook-standings.list': {
    says: {
      zh: '一校所有有周期的台账：应填、已填、迟填、缺；format 给出可打印的表',
      en: 'All logbooks of a school in which something is due: how many periods, kept, late, missing; `format` prints it.',
    },
    roles: { ...ofCounty, ...school },
    scope: 'reports.read',
  },
  'logbook-counts.list': {
    says: {
      zh: '一本台账按期间的条数、合计、平均、比例、办结情况和排名；县里可看全县；format 给出可打印的表',
      en: 'Entries, sums, averages, shares, what is settled, and ranks of a logbook by period; the county office sees the county; `format` prints it.',
    },
    roles: figures,
    scope: 'reports.read',
    problems: { 422: ['request.unknown-reference'] },
  },
} as const satisfies Operations;
