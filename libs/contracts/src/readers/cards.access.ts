import type { Operations } from '../access/operation.js';
import { librarian } from '../access/role-sets.js';

export const cardsAccess = {
  'cards.lose': {
    says: { zh: '挂失借书证，并可补发新证', en: 'Blocks a lost card and, if wished, gives a new one.' },
    roles: librarian,
    scope: 'readers.write',
    problems: { 409: ['card.not-active', 'card.number-taken'] },
  },
} as const satisfies Operations;
