import type { Tags } from '../access/tags.js';

export const cardsTags = {
  'card-counts': { zh: '持证统计', en: 'Cards against enrolment' },
  'card-counts-of-schools': { zh: '各校持证统计', en: 'Cards against enrolment by school' },
  'card-return-classes': { zh: '各班退证', en: 'Return of cards by class' },
  'card-returns': { zh: '退证', en: 'Return of cards' },
  cards: { zh: '借书证', en: 'Cards' },
} as const satisfies Tags;
