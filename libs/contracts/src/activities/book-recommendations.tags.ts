import type { Tags } from '../access/tags.js';

export const bookRecommendationsTags = {
  'recommendation-issues': { zh: '新书推荐', en: 'Recommended books' },
  'recommendation-coverage': { zh: '新书推荐覆盖率', en: 'Share of new titles recommended' },
  'recommendation-weeks': { zh: '每周推荐与书展', en: 'Issues and exhibitions by week' },
  'book-exhibitions': { zh: '新书书展', en: 'Exhibitions of new books' },
} as const satisfies Tags;
