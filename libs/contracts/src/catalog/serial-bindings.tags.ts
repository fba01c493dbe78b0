import type { Tags } from '../access/tags.js';

export const serialBindingsTags = {
  'back-issues': { zh: '过刊', en: 'Back issues' },
  'serial-binding-runs': { zh: '批量装订', en: 'Serial binding runs' },
  'serial-bindings': { zh: '装订', en: 'Serial bindings' },
} as const satisfies Tags;
