import type { Tags } from '../access/tags.js';

export const rotationTags = {
  'bell-schedules': { zh: '作息时间', en: 'Bell schedules' },
  'class-rotations': { zh: '班级轮借安排', en: 'Rotations of classes' },
  'rotation-changes': { zh: '轮次调动', en: 'Rotation changes' },
  'rotation-days': { zh: '逐日轮次', en: 'Rotation days' },
  'rotation-slots': { zh: '轮次', en: 'Rotation slots' },
  'rotation-timetables': { zh: '轮借表', en: 'Rotation timetables' },
} as const satisfies Tags;
