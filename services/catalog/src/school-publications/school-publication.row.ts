import { EntitySchema } from 'typeorm';
import type { SchoolPublication } from './rules/school-publication.js';

export const schoolPublicationTable = new EntitySchema<SchoolPublication>({
  name: 'school_publication',
  columns: {
    titleId: { type: 'uuid', primary: true, name: 'title_id' },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    kind: { type: 'text' },
    makers: { type: 'text' },
    year: { type: 'int' },
    characters: { type: 'int', nullable: true },
    note: { type: 'text', nullable: true },
  },
});
