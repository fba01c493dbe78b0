import type { Tags } from '../access/tags.js';

export const textbooksTags = {
  textbooks: { zh: '教材', en: 'Textbooks' },
  'textbook-classes': { zh: '教材发放班级', en: 'Classes and streams' },
  'textbook-holdings': { zh: '教材领用与归还', en: 'Textbooks with holders' },
  'textbook-lines': { zh: '教材流水', en: 'Lines of textbooks' },
  'textbook-needs': { zh: '学期用书', en: 'Textbooks of a term' },
  'textbook-returns': { zh: '教材归还', en: 'Returns of textbooks' },
  'textbook-stock': { zh: '教材库存', en: 'Stock of textbooks' },
} as const satisfies Tags;
