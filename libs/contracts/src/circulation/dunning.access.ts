import type { Operations } from '../access/operation.js';
import { librarian, school } from '../access/role-sets.js';

const seeing = { ...school, teacher: 'class' } as const;

export const dunningAccess = {
  'dunning-runs.create': {
    says: {
      zh: '制作催书单：把本校逾期未还的借阅按班列出，离校、转学、借读学生在前，名单存档',
      en: 'Makes the dunning sheets: what is overdue, by class, pupils who leave first; kept as it was made.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'dunning-runs.list': {
    says: {
      zh: '列出做过的催书单，各有多少本、已还多少；format 给出可打印的表',
      en: 'The sheets that were made, with what came back since; `format` prints them.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'dunning-runs.lines': {
    says: {
      zh: '一次催书单的各行，可按班；format=pdf 每名学生一条，可裁开分发',
      en: 'The lines of one, by class; as PDF a slip for each pupil, to cut and hand out.',
    },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'dunning-runs.remove': {
    says: { zh: '撤回当日误做的催书单', en: 'Takes back sheets that were made by mistake the same day.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['dunning-run.of-another-day'] },
  },
  'dunning-reminders.read': {
    says: {
      zh: '本学期是否已做催书单：已做、该做、未到时候，现有多少逾期',
      en: 'Whether the sheets of this term are made, due or not yet due, and how much is overdue.',
    },
    roles: school,
    scope: 'circulation.read',
  },
  'dunning-priorities.list': {
    says: { zh: '列出标记为转学、借读的读者', en: 'Readers who are marked as about to leave or as guests.' },
    roles: school,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'dunning-priorities.put': {
    says: {
      zh: '标记读者为转学或借读，催还时排在前面',
      en: 'Marks a reader as about to leave or as a guest, to be dunned first.',
    },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'dunning-priorities.remove': {
    says: { zh: '取消标记', en: 'Takes the mark away.' },
    roles: librarian,
    scope: 'circulation.desk',
  },
  'return-contacts.create': {
    says: {
      zh: '登记为未还图书与班主任、家长或学生的联系、上门',
      en: 'Notes that somebody spoke with the homeroom teacher, a guardian or the reader, or went there.',
    },
    roles: seeing,
    scope: 'circulation.desk',
  },
  'return-contacts.list': {
    says: { zh: '列出催还联系记录，可按班、读者', en: 'These talks, newest first, by class or reader.' },
    roles: seeing,
    scope: 'circulation.read',
    namesReaders: true,
  },
  'return-contacts.remove': {
    says: { zh: '撤回当日误登的联系', en: 'Takes back one that was noted by mistake the same day.' },
    roles: librarian,
    scope: 'circulation.desk',
    problems: { 409: ['return-contact.of-another-day'] },
  },
} as const satisfies Operations;
