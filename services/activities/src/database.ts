import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateReadingNote1790000100000 } from '#migrations/1790000100000-create-reading-note';
import { CreateKnownReader1790000200000 } from '#migrations/1790000200000-create-known-reader';
import { CreateKnownTitle1790000300000 } from '#migrations/1790000300000-create-known-title';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateReadingNote1790000100000,
  CreateKnownReader1790000200000,
  CreateKnownTitle1790000300000,
  DropOutboxIndexes1790001000000,
];
