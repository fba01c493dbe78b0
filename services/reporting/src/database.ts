import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateKnownSchoolsAndReaders1790000100000 } from '#migrations/1790000100000-create-known-schools-and-readers';
import { CreateKnownTitlesAndCopies1790000200000 } from '#migrations/1790000200000-create-known-titles-and-copies';
import { CreateKnownLoans1790000300000 } from '#migrations/1790000300000-create-known-loans';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateKnownSchoolsAndReaders1790000100000,
  CreateKnownTitlesAndCopies1790000200000,
  CreateKnownLoans1790000300000,
  DropOutboxIndexes1790001000000,
];

/** All that events have told: thrown away and made again by a rebuild. */
export const projections = [
  'known_school',
  'known_term',
  'known_class',
  'known_reader',
  'known_copy',
  'lost_copy',
  'known_loan',
  'lending_day',
  'high_water',
] as const;
