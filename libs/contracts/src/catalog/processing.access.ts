import type { Operations } from '../access/operation.js';
import { county, librarian, school } from '../access/role-sets.js';

const keepers = { ...county, ...librarian } as const;
const readers = { ...county, 'county-viewer': 'county', ...school } as const;
const batch = ['processing.unknown-barcodes', 'processing.no-copies'] as const;

export const processingAccess = {
  'processing-steps.create': {
    says: {
      zh: '记录加工环节（到书、验收、盖章、分类、编目、贴标、上架、可借），单册或成批，至多 1000 册',
      en: 'Records a step of processing for one copy or up to 1,000: received, accepted, stamped, classified, catalogued, labelled, shelved, lendable.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 400: ['processing.too-many'], 409: [...batch, 'processing.step-refused'] },
    reasons: [
      'processing.not-in-processing',
      'processing.done-already',
      'processing.earlier-missing',
      'processing.day-before-earlier',
      'processing.no-class',
    ],
  },
  'processing-steps.undo': {
    says: {
      zh: '撤销最后一个加工环节，单册或成批；记录仍保留',
      en: 'Takes the last step of copies back; what was written stays, as undone.',
    },
    roles: keepers,
    scope: 'catalog.write',
    problems: { 400: ['processing.too-many'], 409: [...batch, 'processing.undo-refused'] },
    reasons: ['processing.not-last-step', 'processing.changed-since', 'copy.on-loan'],
  },
  'processing-steps.list': {
    says: { zh: '一册的加工记录：何时、何人', en: 'The steps of one copy: when, and by whom.' },
    roles: readers,
    scope: 'reports.read',
  },
  'processing-queue.list': {
    says: {
      zh: '加工待办：按环节列出待办的册；format 给出可打印的清单',
      en: 'Copies in processing, by the step that is next; `format` prints them.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'processing-backlog.list': {
    says: {
      zh: '各环节的待办、近 14 天日均册数与预计天数',
      en: 'What waits at each stage, volumes a day of the last 14 days, and days to go.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'processing-lead-times.list': {
    says: {
      zh: '到书至上架的用时，按到书日期',
      en: 'How long copies take from receipt to the shelf, by the day of receipt.',
    },
    roles: readers,
    scope: 'reports.read',
  },
  'processing-late.list': {
    says: {
      zh: '到学期末（或指定日期）尚未可借的新书',
      en: 'Copies that came in by the end of term, or by a day, and are not lendable yet.',
    },
    roles: readers,
    scope: 'reports.read',
  },
} as const satisfies Operations;
