import type { Migration } from '@shulian/service-kit';
import { CreateEventTables1790000000000 } from '#migrations/1790000000000-create-event-tables';
import { CreateJobTables1790000100000 } from '#migrations/1790000100000-create-job-tables';
import { CreateTitle1790000200000 } from '#migrations/1790000200000-create-title';
import { CreateCopy1790000300000 } from '#migrations/1790000300000-create-copy';
import { CreateShelfNumbers1790000400000 } from '#migrations/1790000400000-create-shelf-numbers';
import { CreateKnownSchoolsAndLending1790000500000 } from '#migrations/1790000500000-create-known-schools-and-lending';
import { DropOutboxIndexes1790001000000 } from '#migrations/1790001000000-drop-outbox-indexes';

/** In the order in which they run. */
export const migrations: readonly Migration[] = [
  CreateEventTables1790000000000,
  CreateJobTables1790000100000,
  CreateTitle1790000200000,
  CreateCopy1790000300000,
  CreateShelfNumbers1790000400000,
  CreateKnownSchoolsAndLending1790000500000,
  DropOutboxIndexes1790001000000,
];
