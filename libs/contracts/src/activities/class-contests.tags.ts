import type { Tags } from '../access/tags.js';

export const classContestsTags = {
  'class-contests': { zh: '书香班级', en: 'Contests of classes' },
} as const satisfies Tags;
