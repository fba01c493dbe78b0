import { EntitySchema } from 'typeorm';
import type { Collection } from './rules/collection.js';

export const collectionTable = new EntitySchema<Collection>({
  name: 'collection',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    name: { type: 'text' },
    locationId: { type: 'uuid', name: 'location_id', nullable: true },
    note: { type: 'text', nullable: true },
    closed: { type: 'boolean' },
  },
});
