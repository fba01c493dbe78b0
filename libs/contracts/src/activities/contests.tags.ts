import type { Tags } from '../access/tags.js';

export const contestsTags = {
  'contest-types': { zh: '竞赛种类', en: 'Types of contests' },
  contests: { zh: '竞赛', en: 'Contests' },
  'contest-entries': { zh: '参赛作品', en: 'Works in contests' },
  'contest-files': { zh: '作品附件', en: 'Files of works' },
  'contest-results': { zh: '竞赛结果公告', en: 'Published results of contests' },
} as const satisfies Tags;
