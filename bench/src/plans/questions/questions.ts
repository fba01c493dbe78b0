import { archives } from './archives.js';
import {
  collections,
  exitGate,
  registers,
  registration,
  places,
  processing,
  schoolPublications,
  teachingStock,
} from './books-of-the-school.js';
import { browsing } from './browsing.js';
import { buying } from './buying.js';
import { careOfStock, mergers } from './care-of-stock.js';
import { circulation } from './circulation.js';
import { eResources } from './e-resources.js';
import { description } from './description.js';
import { figures } from './figures.js';
import { people } from './people.js';
import type { Question } from './question.js';
import { serials } from './serials.js';
import { titlesAndCopies } from './titles-and-copies.js';

export const questions: readonly Question[] = [
  ...titlesAndCopies,
  ...browsing,
  ...description,
  ...buying,
  ...registers,
  ...processing,
  ...places,
  ...collections,
  ...teachingStock,
  ...schoolPublications,
  ...registration,
  ...exitGate,
  ...careOfStock,
  ...mergers,
  ...serials,
  ...eResources,
  ...archives,
  ...circulation,
  ...people,
  ...figures,
];

/** Nobody's list: what one job, one account, or an operator asks. A new operation belongs here only for such a reason. */
export const isNotAsked = (operation: string): boolean =>
  /^(accounts\.read|api-clients\.read|jobs\.[a-z]+|events\.follow|[a-z]+\.(parked|set-aside)-events\.list)$/.test(
    operation,
  );
