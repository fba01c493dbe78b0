import type { Tags } from '../access/tags.js';

export const logbooksTags = {
  logbooks: { zh: '台账', en: 'Logbooks' },
  'logbook-forms': { zh: '台账表式', en: 'Forms of logbooks' },
  'logbook-entries': { zh: '台账记录', en: 'Entries of logbooks' },
  'logbook-files': { zh: '台账附件', en: 'Files of logbooks' },
  'logbook-closings': { zh: '台账结账', en: 'Closed periods of logbooks' },
  'logbook-expectations': { zh: '台账应填人员', en: 'Who is to write into a logbook' },
  'logbook-dues': { zh: '台账应填与逾期', en: 'What of a logbook is due or late' },
  'logbook-standings': { zh: '台账填写情况', en: 'How logbooks are kept' },
  'logbook-counts': { zh: '台账统计', en: 'Counts of logbooks' },
} as const satisfies Tags;
