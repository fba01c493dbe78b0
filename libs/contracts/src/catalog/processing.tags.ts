import type { Tags } from '../access/tags.js';

export const processingTags = {
  'processing-backlog': { zh: '加工积压', en: 'Processing backlog' },
  'processing-late': { zh: '加工逾期', en: 'Processing late' },
  'processing-lead-times': { zh: '加工周期', en: 'Processing lead times' },
  'processing-queue': { zh: '加工队列', en: 'Processing queue' },
  'processing-steps': { zh: '加工环节', en: 'Processing steps' },
} as const satisfies Tags;
