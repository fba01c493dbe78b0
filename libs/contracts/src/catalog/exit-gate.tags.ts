import type { Tags } from '../access/tags.js';

export const exitGateTags = {
  'gate-alarms': { zh: '出口报警', en: 'Alarms of the exit' },
  'gate-checks': { zh: '出口监测', en: 'Checks at the exit' },
} as const satisfies Tags;
