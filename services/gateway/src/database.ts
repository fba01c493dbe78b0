import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateEventFeed1790000100000 } from '#migrations/1790000100000-create-event-feed';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateEventFeed1790000100000,
  DropOutboxIndexes1790001000000,
];
