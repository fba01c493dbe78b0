import { sql, type Sql } from '@shulian/service-kit';
import { EntitySchema } from 'typeorm';
import type { ArchiveFile } from '../rules/archive-file.js';

export const archiveFileTable = new EntitySchema<ArchiveFile>({
  name: 'archive_file',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    unitId: { type: 'uuid', name: 'unit_id', nullable: true },
    class: { type: 'text' },
    year: { type: 'int' },
    number: { type: 'int' },
    code: { type: 'text' },
    title: { type: 'text' },
    readerId: { type: 'uuid', name: 'reader_id', nullable: true },
    pages: { type: 'int', nullable: true },
    scopeId: { type: 'uuid', name: 'scope_id', nullable: true },
    retention: { type: 'text' },
    state: { type: 'text' },
    filedOn: { type: 'date', name: 'filed_on', nullable: true },
    place: { type: 'text', nullable: true },
    note: { type: 'text', nullable: true },
  },
});

/** The day from which a file need not be kept: so many whole years after that in which it was filed; null: for good. */
export const KEPT_UNTIL = `case f.retention when '30-years' then make_date(extract(year from f.filed_on)::int + 31, 1, 1)
    when '10-years' then make_date(extract(year from f.filed_on)::int + 11, 1, 1) end`;

/** Files of the archive; `whose` chooses among `archive_file f`. */
export const archiveFileViews = (
  whose: Sql,
): Sql => sql`select f.id, f.version, f.school_id as "schoolId", f.unit_id as "unitId", u.name as unit,
    f.class, f.year, f.number, f.code, f.title, f.reader_id as "readerId", f.pages, f.scope_id as "scopeId", s.name as scope,
    f.retention, f.state, f.filed_on::text as "filedOn", f.place, f.note, f.entered_on::text as "enteredOn"
  from archive_file f left join archive_unit u on u.id = f.unit_id left join archive_scope s on s.id = f.scope_id
  where ${whose}`;
