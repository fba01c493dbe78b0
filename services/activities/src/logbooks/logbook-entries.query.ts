import { Injectable } from '@nestjs/common';
import type { LogbookEntryId, SchoolId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  denied,
  FileStore,
  Lists,
  pageOf,
  unknownThing,
  type Caller,
  type OpenFile,
  type Page,
  type Rows,
} from '@shulian/service-kit';
import { CallerPlacesQuery, type CallerPlace } from './caller-places.query.js';
import { ENTRY_VIEW } from './logbook-entry.row.js';
import type {
  EntriesAsked,
  EntryFileView,
  EntryView,
  FollowUpView,
  WholeEntryView,
} from './logbook-entries.http.js';
import { fieldsOf, formsEver, logbookAt, type Logbook } from './logbooks.facts.js';
import type { FormField } from './rules/form.js';
import { maySeeAny, seesAll } from './rules/rights.js';

/** Whose entries: those of a school, or of all of them; all of these, or what the caller has to do with. */
const LIST = `${ENTRY_VIEW}
  where ($1::uuid is null or e.school_id = $1) and e.code = $2
    and ($3::boolean or e.written_by = $4 or e.class_id = any($5::uuid[]) or e.reader_id = any($6::uuid[]))
    and e.happened_on between coalesce($7::date, '-infinity') and coalesce($8::date, 'infinity')
    and ($9::text is null or e.status = $9) and ($10::boolean is null or (e.settled_at is not null) = $10)
    and ($11::boolean is null or (e.signed_on is not null) = $11)
    and ($12::boolean is null or (e.superseded or e.strikes) = $12)
    and ($13::text is null or e.said ->> $13 = $14 or (jsonb_typeof(e.said -> $13) = 'array' and e.said -> $13 ? $14))
    and ($15::date is null or (e.happened_on, e.id) < ($15::date, $16::uuid))
  order by e.happened_on desc, e.id desc limit $17`;
const CORRECTED_BY = 'select id from logbook_entry where corrects = $1';
const FOLLOW_UPS = `select f.id, f.written_at as "writtenAt", f.written_by as "writtenBy", f.status, f.words
  from logbook_follow_up f join logbook_entry e on e.root_id = f.entry_id where e.id = $1 order by f.id`;
const FILES = `select f.id, f.name, f.media_type as "mediaType", f.size, f.added_on::text as "addedOn"
  from logbook_file f join logbook_entry e on e.root_id = f.entry_id where e.id = $1 order by f.id`;
const WHO = `select school_id as "schoolId", code, written_by as "writtenBy", class_id as "classId", reader_id as "readerId"
  from logbook_entry where id = $1`;
const FILE = `select file_id as "fileId", entry_id as "entryId" from logbook_file where id = $1`;
const NAMES = `select class_id as id, name from known_class where class_id = any($1::uuid[])
  union all select title_id, title from known_title where title_id = any($1::uuid[]) and title is not null
  union all select id, '№' || number from logbook_entry where id = any($1::uuid[])`;
const LINKING: readonly FormField['type'][] = ['class', 'title', 'entry'];

type Who = {
  readonly schoolId: SchoolId;
  readonly code: string;
  readonly writtenBy: string | null;
  readonly classId: string | null;
  readonly readerId: string | null;
};
/** A logbook as somebody reads in it. */
export type OpenBook = {
  /** Null: in those of all schools. */
  readonly schoolId: SchoolId | null;
  readonly logbook: Logbook;
  readonly fields: readonly FormField[];
  readonly all: boolean;
  readonly classes: readonly string[];
};

/** The entries of logbooks, as far as the caller may see them. */
@Injectable()
export class LogbookEntriesQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
    private readonly places: CallerPlacesQuery,
    private readonly files: FileStore,
  ) {}

  /** @throws Problem 403 for a school or a logbook out of reach, 422 where there is none of the code */
  async open(caller: Caller, input: Pick<EntriesAsked, 'schoolId' | 'logbook'>): Promise<OpenBook> {
    const everywhere =
      input.schoolId === undefined && (caller.reach.county || (await this.isShared(input.logbook)));
    const place = everywhere ? this.inCounty(caller) : await this.places.of(caller, input.schoolId);
    const schoolId = everywhere ? null : place.schoolId;
    const logbook = await logbookAt(this.database, schoolId, input.logbook);
    const forms = await formsEver(this.database, schoolId, input.logbook);
    if (!maySeeAny(logbook.form, place.roles)) throw denied();
    return {
      schoolId,
      logbook,
      fields: fieldsOf(forms),
      all: seesAll(logbook.form, place.roles),
      classes: place.classes,
    };
  }

  async list(caller: Caller, book: OpenBook, input: EntriesAsked): Promise<Page<EntryView>> {
    const after = afterCursor(input.cursor, 2);
    const rows = await this.lists.rows<EntryView>(LIST, [
      book.schoolId,
      book.logbook.code,
      book.all,
      caller.id,
      book.classes,
      [...caller.reach.readers],
      input.from ?? null,
      input.to ?? null,
      input.status ?? null,
      input.settled ?? null,
      input.signed ?? null,
      input.corrected ?? null,
      input.field ?? null,
      input.value ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      input.limit + 1,
    ]);
    const names = await namesIn(this.lists, rows, book.fields);
    return pageOf(
      rows,
      input.limit,
      (row): EntryView => ({ ...row, names: pickNames(row, names) }),
      (row) => [row.happenedOn, row.id],
    );
  }

  /** @throws Problem 404 also for what the caller may not see */
  async byId(caller: Caller, id: LogbookEntryId): Promise<WholeEntryView> {
    const who = await this.seen(caller, id);
    const [[entry], [correction], followUps, evidence, forms] = await Promise.all([
      this.database.rows<EntryView>(`${ENTRY_VIEW} where e.id = $1`, [id]),
      this.database.rows<{ id: string }>(CORRECTED_BY, [id]),
      this.database.rows<FollowUpView>(FOLLOW_UPS, [id]),
      this.database.rows<EntryFileView>(FILES, [id]),
      formsEver(this.database, who.schoolId, who.code),
    ]);
    if (entry === undefined) throw unknownThing();
    const names = pickNames(entry, await namesIn(this.database, [entry], fieldsOf(forms)));
    return { ...entry, correctedBy: correction?.id ?? null, followUps, evidence, names };
  }

  /** @throws Problem 404 also for what the caller may not see */
  async file(caller: Caller, id: string): Promise<OpenFile> {
    const [row] = await this.database.rows<{ fileId: string; entryId: LogbookEntryId }>(FILE, [id]);
    if (row === undefined) throw unknownThing();
    await this.seen(caller, row.entryId);
    const file = await this.files.open(row.fileId);
    if (file === null) throw unknownThing();
    return file;
  }

  private async seen(caller: Caller, id: LogbookEntryId): Promise<Who> {
    const [who] = await this.database.rows<Who>(WHO, [id]);
    if (who === undefined) throw unknownThing();
    const { form } = await logbookAt(this.database, who.schoolId, who.code);
    if (who.readerId !== null && caller.reach.readers.has(who.readerId)) return who;
    const place = await this.placeAt(caller, who.schoolId, form.shared);
    if (place === null || !maySeeAny(form, place.roles)) throw unknownThing();
    const isOwn =
      who.writtenBy === caller.id || (who.classId !== null && place.classes.includes(who.classId));
    if (!isOwn && !seesAll(form, place.roles)) throw unknownThing();
    return who;
  }

  /** As what the caller looks into a book of a school; null: it is out of reach. */
  private async placeAt(caller: Caller, schoolId: SchoolId, shared: boolean): Promise<CallerPlace | null> {
    if (caller.mayWorkAt(schoolId)) return this.places.at(caller, schoolId);
    if (shared) return this.inCounty(caller);
    if (caller.reach.readers.size === 0) return null;
    const own = await this.places.of(caller);
    return own.schoolId === schoolId ? own : null;
  }

  private inCounty(caller: Caller): CallerPlace {
    const [schoolId] = [...caller.reach.schools, ...caller.reach.classes.values()];
    const roles = caller.claims.kind === 'client' ? ['librarian'] : [...caller.reach.roles];
    return { schoolId: (schoolId ?? '') as SchoolId, roles, classes: [], mayNameOf: [], reader: null };
  }

  private async isShared(code: string): Promise<boolean> {
    return (await logbookAt(this.database, null, code).catch(() => null))?.form.shared === true;
  }
}

async function namesIn(
  lists: Rows,
  rows: readonly EntryView[],
  fields: readonly FormField[],
): Promise<ReadonlyMap<string, string>> {
  const keys = fields.filter(({ type }) => LINKING.includes(type)).map(({ key }) => key);
  const ids = rows.flatMap(({ values }) =>
    keys.flatMap((key) => (typeof values[key] === 'string' ? [values[key]] : [])),
  );
  if (ids.length === 0) return new Map();
  const named = await lists.rows<{ id: string; name: string }>(NAMES, [[...new Set(ids)]]);
  return new Map(named.map(({ id, name }) => [id, name]));
}
const pickNames = ({ values }: EntryView, names: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.values(values).flatMap((value) => {
      const name = typeof value === 'string' ? names.get(value) : undefined;
      return name === undefined ? [] : [[value as string, name] as const];
    }),
  );
