import type { Tags } from '../access/tags.js';

export const helperTrainingTags = {
  'helper-training-focuses': { zh: '重点培训年级', en: 'Focus of trainings' },
  'helper-trainings': { zh: '小图书管理员培训', en: 'Trainings of class helpers' },
} as const satisfies Tags;
