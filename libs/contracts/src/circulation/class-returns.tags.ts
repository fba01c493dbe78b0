import type { Tags } from '../access/tags.js';

export const classReturnsTags = {
  'class-return-checks': { zh: '班级归还核对', en: 'Class return checks' },
  'class-weeks': { zh: '班级周借阅公布', en: 'Class weeks' },
  'public-class-weeks': { zh: '公开的班级借阅情况', en: 'Public class weeks' },
} as const satisfies Tags;
