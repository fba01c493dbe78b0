import type { Tags } from '../access/tags.js';

export const readerBoardsTags = {
  'reader-boards': { zh: '读者园地', en: 'Boards of readers' },
  'board-posts': { zh: '园地文章', en: 'Posts of boards' },
} as const satisfies Tags;
