import type { Tags } from '../access/tags.js';

export const audienceTags = {
  'audience-changes': { zh: '适读对象调整', en: 'Audience changes' },
  'reading-interests': { zh: '阅读兴趣', en: 'Reading interests' },
  'reading-themes': { zh: '阅读主题', en: 'Reading themes' },
  suggestions: { zh: '荐购', en: 'Suggestions' },
} as const satisfies Tags;
