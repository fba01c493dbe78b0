import { statement, type Session } from '@shulian/service-kit';
import type { CalendarDay, SchoolId } from '@shulian/contracts/ids';
import {
  codeOf,
  type ArchiveClass,
  type ArchiveFile,
  type ArchiveState,
  type ArchiveStep,
} from '../rules/archive-file.js';
import { archiveFileTable } from './archive-file.row.js';

const NUMBERS = statement(
  'archive-files.numbers',
  `insert into archive_counter as c (school_id, class, year, last) values ($1, $2, $3, $4)
   on conflict (school_id, class, year) do update set last = c.last + excluded.last returning last`,
);
const ADD = statement(
  'archive-files.add',
  `insert into archive_file (id, version, school_id, unit_id, class, year, number, code, title, reader_id, pages, scope_id, retention,
     state, filed_on, place, note, entered_on, entered_by)
   select f.id, 1, $1, f."unitId", f.class, f.year, f.number, f.code, f.title, f."readerId", f.pages, f."scopeId", f.retention, f.state,
     f."filedOn", f.place, f.note, $3, $4
   from jsonb_to_recordset($2::jsonb) as f(id uuid, "unitId" uuid, class text, year int, number int, code text, title text,
     "readerId" uuid, pages int, "scopeId" uuid, retention text, state text, "filedOn" date, place text, note text)`,
);
const TAKEN = statement(
  'archive-files.taken',
  'select code from archive_file where school_id = $1 and code = any($2::text[])',
);
const COLUMNS = `id, version, school_id as "schoolId", unit_id as "unitId", class, year, number, code, title, reader_id as "readerId", pages,
     scope_id as "scopeId", retention, state, filed_on::text as "filedOn", place, note`;
const BY_CODES = statement(
  'archive-files.byCodes',
  `select ${COLUMNS} from archive_file where school_id = $1 and code = any($2::text[]) order by id for update`,
);
const LOCK = statement(
  'archive-files.lock',
  `select ${COLUMNS} from archive_file where school_id = $1 and id = any($2::uuid[]) order by id for update`,
);
const OF_UNIT = statement(
  'archive-files.ofUnit',
  `select ${COLUMNS} from archive_file where unit_id = $1 and year = $2 and state in ('with-unit', 'called-in')
   order by id for update`,
);
const STEP = statement(
  'archive-files.step',
  `with moved as (
     select g.id as step_id, f.id, f.state as was, g.state, f.place as place_was, g.place, f.filed_on as filed_was, g.filed_on
     from jsonb_to_recordset($2::jsonb) as g(id uuid, "fileId" uuid, state text, place text, filed_on date)
     join archive_file f on f.id = g."fileId"
   ), written as (
     insert into archive_step (id, school_id, file_id, number, step, was, state, place_was, place, filed_was, document_number, receiver,
       reader_id, note, on_day, by)
     select m.step_id, $1, m.id, 1 + (select count(*) from archive_step p where p.file_id = m.id), $3, m.was, m.state, m.place_was,
       m.place, m.filed_was, $4, $5, $6, $7, $8, $9 from moved m
   )
   update archive_file f set version = f.version + 1, state = m.state, place = m.place, filed_on = m.filed_on
   from moved m where f.id = m.id`,
);
const CHANGE_ALL = statement(
  'archive-files.changeAll',
  `update archive_file f set version = c.version, title = c.title, retention = c.retention, unit_id = c."unitId", pages = c.pages,
     filed_on = c."filedOn", place = c.place, note = c.note
   from jsonb_to_recordset($1::jsonb) as c(id uuid, version int, title text, retention text, "unitId" uuid, pages int, "filedOn" date,
     place text, note text)
   where f.id = c.id`,
);
/** The last step of each that was not taken back is; a destruction is undone by nobody. */
const UNDO = statement(
  'archive-files.undo',
  `with last as (
     select distinct on (p.file_id) p.id, p.file_id, p.was, p.place_was, p.filed_was, p.step
     from archive_step p where p.file_id = any($1::uuid[]) and p.undone_on is null order by p.file_id, p.number desc
   ), undone as (
     update archive_step p set undone_on = $2, undone_by = $3 from last l where p.id = l.id and l.step <> 'destroy' returning p.id
   )
   update archive_file f set version = f.version + 1, state = l.was, place = l.place_was, filed_on = l.filed_was
   from last l where f.id = l.file_id and l.step <> 'destroy' returning f.id`,
);
const UNKNOWN = statement(
  'archive-files.unknown',
  `select exists (select from unnest($2::uuid[]) i where not exists (select from archive_unit u where u.id = i and u.school_id = $1)) as units,
     exists (select from unnest($3::uuid[]) i where not exists (select from archive_scope s where s.id = i and s.school_id = $1)) as scopes`,
);

export type NewArchiveFile = Omit<ArchiveFile, 'version' | 'schoolId' | 'number' | 'code'> & {
  readonly code: string | null;
};
/** A file that takes a step, and how it is after it. */
export type Stepping = {
  readonly id: string;
  readonly fileId: string;
  readonly state: ArchiveState;
  readonly place: string | null;
  readonly filedOn: string | null;
};
export type Occasion = { readonly on: CalendarDay; readonly by: string };
export type StepWords = {
  readonly documentNumber?: string | null;
  readonly receiver?: string | null;
  readonly readerId?: string | null;
  readonly note?: string | null;
};

/** Files of an archive. Files are locked by id; their counters of class and year after them, by name. */
export class ArchiveFilesRepository {
  constructor(private readonly session: Session) {}

  /** Which of units and scopes are not of the school. */
  async unknownOf(
    schoolId: SchoolId,
    files: readonly Pick<ArchiveFile, 'unitId' | 'scopeId'>[],
  ): Promise<{ readonly units: boolean; readonly scopes: boolean }> {
    const ids = (key: 'unitId' | 'scopeId'): string[] => files.flatMap((file) => file[key] ?? []);
    const values = [schoolId, ids('unitId'), ids('scopeId')];
    const [unknown] = await this.session.rows<{ units: boolean; scopes: boolean }>(UNKNOWN, values);
    return unknown ?? { units: false, scopes: false };
  }

  /** Each gets the next number of its class and year; without a code it gets one. @returns them with both */
  async add(
    schoolId: SchoolId,
    files: readonly NewArchiveFile[],
    { on, by }: Occasion,
  ): Promise<ArchiveFile[]> {
    const numbered = new Map<string, number>();
    const groups = [...new Set(files.map(({ class: kind, year }) => `${kind} ${String(year)}`))].sort();
    for (const group of groups) {
      const [kind, year] = group.split(' ');
      const count = files.filter((file) => file.class === kind && file.year === Number(year)).length;
      const [counter] = await this.session.rows<{ last: number }>(NUMBERS, [
        schoolId,
        kind,
        Number(year),
        count,
      ]);
      numbered.set(group, (counter?.last ?? count) - count);
    }
    const next = (kind: ArchiveClass, year: number): number => {
      const number = (numbered.get(`${kind} ${String(year)}`) ?? 0) + 1;
      numbered.set(`${kind} ${String(year)}`, number);
      return number;
    };
    const withNumbers = files.map((file) => ({ ...file, number: next(file.class, file.year) }));
    const own = withNumbers.map((file) => codeOf(file.class, file.year, file.number));
    const taken = new Set(
      (await this.session.rows<{ code: string }>(TAKEN, [schoolId, own])).map(({ code }) => code),
    );
    for (const { code } of files) if (code !== null) taken.add(code);
    const coded = withNumbers.map((file, at): ArchiveFile => {
      const made = own[at] ?? '';
      // What came from elsewhere may look like ours.
      const free = taken.has(made) ? `${made}-${file.id.slice(-6)}` : made;
      return { ...file, version: 1, schoolId, code: file.code ?? free };
    });
    await this.session.rows(ADD, [schoolId, JSON.stringify(coded), on, by]);
    return coded;
  }

  byCodes(schoolId: SchoolId, codes: readonly string[]): Promise<ArchiveFile[]> {
    return this.session.rows<ArchiveFile>(BY_CODES, [schoolId, codes]);
  }

  /** Files of the school among these, locked to the end of the transaction. */
  locked(schoolId: SchoolId, ids: readonly string[]): Promise<ArchiveFile[]> {
    return this.session.rows<ArchiveFile>(LOCK, [schoolId, ids]);
  }

  /** One file, whatever its school, locked. */
  one(id: string): Promise<ArchiveFile | null> {
    return this.session.manager.findOne(archiveFileTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** What a unit has of a year, locked. */
  outWith(unitId: string, year: number): Promise<ArchiveFile[]> {
    return this.session.rows<ArchiveFile>(OF_UNIT, [unitId, year]);
  }

  async change(file: ArchiveFile): Promise<void> {
    await this.session.manager.update(archiveFileTable, { id: file.id }, file);
  }

  /** What a list says of files: title, retention, unit, pages, day filed, place and note. */
  async changeListed(files: readonly ArchiveFile[]): Promise<void> {
    if (files.length > 0) await this.session.rows(CHANGE_ALL, [JSON.stringify(files)]);
  }

  async step(
    schoolId: SchoolId,
    step: ArchiveStep,
    files: readonly Stepping[],
    { documentNumber = null, receiver = null, readerId = null, note = null }: StepWords,
    { on, by }: Occasion,
  ): Promise<void> {
    if (files.length === 0) return;
    const rows = files.map(({ filedOn, ...file }) => ({ ...file, filed_on: filedOn }));
    const values = [schoolId, JSON.stringify(rows), step, documentNumber, receiver, readerId, note, on, by];
    await this.session.rows(STEP, values);
  }

  /** @returns the files whose last step was taken back */
  async undo(ids: readonly string[], { on, by }: Occasion): Promise<ReadonlySet<string>> {
    return new Set((await this.session.rows<{ id: string }>(UNDO, [ids, on, by])).map(({ id }) => id));
  }
}
