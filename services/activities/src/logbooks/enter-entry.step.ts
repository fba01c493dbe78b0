import type { CalendarDay, LogbookEntryId, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import { conflict, invalid, newId, type Clock, type Tx } from '@shulian/service-kit';
import type { CallerPlace } from './caller-places.query.js';
import { refuseUnknownLinks } from './entry-links.facts.js';
import { entryWritten } from './logbook-entry.events.js';
import type { EntryRow } from './logbook-entry.row.js';
import { LogbookEntriesRepository } from './logbook-entries.repository.js';
import type { Logbook } from './logbooks.facts.js';
import { LogbooksRepository } from './logbooks.repository.js';
import { firstOf, readValues, type ReadValues } from './rules/entry-values.js';
import { subjectField } from './rules/form.js';
import { isOpenOn } from './rules/rights.js';

/** What comes into the book, read already. */
export type NewEntry = {
  readonly logbook: Logbook;
  readonly happenedOn: CalendarDay;
  readonly read: ReadValues;
  readonly writer: Pick<EntryRow, 'writtenBy' | 'readerId'> & { readonly classId: string | null };
  readonly place: CallerPlace;
  /** What it corrects. */
  readonly original?: EntryRow;
  readonly why?: string;
};

/** @throws Problem 400 for values that the form does not take */
export function valuesFor({ form }: Logbook, values: Readonly<Record<string, unknown>>): ReadValues {
  const read = readValues(form, values);
  if (read.faults.length > 0) throw invalid(...read.faults);
  return read;
}

/** @throws Problem 400 for a day that has not come, 409 where the form is not open on it */
export function dayFor(
  { form, retired }: Logbook,
  happenedOn: string | undefined,
  today: CalendarDay,
): CalendarDay {
  if (retired) throw conflict('logbook.retired');
  const day = (happenedOn ?? today) as CalendarDay;
  if (day > today) throw invalid({ pointer: '/happenedOn', code: 'has-not-come' });
  if (!isOpenOn(form, today)) throw conflict('logbook.not-open');
  return day;
}

/**
 * Writes an entry under the next number of its book, and announces it.
 * @throws Problem 409 where the day is closed, 422 and 403 for what the entry points to
 */
export async function enterEntry(tx: Tx, clock: Clock, entry: NewEntry): Promise<LogbookEntryId> {
  const { logbook, happenedOn, read, writer, place, original } = entry;
  const { code, form } = logbook;
  const schoolId: SchoolId = original?.schoolId ?? place.schoolId;
  await refuseUnknownLinks(tx.session, schoolId, read.links, place);
  const { lastNumber, closedThrough } = await tx.use(LogbooksRepository).nextNumber(schoolId, code);
  const earliest =
    original !== undefined && original.happenedOn < happenedOn ? original.happenedOn : happenedOn;
  if (closedThrough !== null && earliest <= closedThrough) throw conflict('logbook.period-closed');
  const subject = subjectField(form);
  const id = newId<LogbookEntryId>();
  const row: EntryRow = {
    id,
    schoolId,
    code,
    logbookId: logbook.id,
    formVersion: logbook.version,
    number: lastNumber,
    happenedOn,
    writtenOn: clock.today(),
    writtenAt: clock.now(),
    writtenBy: form.anonymous ? null : writer.writtenBy,
    readerId: form.anonymous ? null : writer.readerId,
    aboutId: firstOf(form, read.said, 'reader') as ReaderId | null,
    classId: (firstOf(form, read.said, 'class') ??
      (form.anonymous ? null : writer.classId)) as SchoolClassId | null,
    subjectId: subject === null ? null : ((read.said[subject.key] as string | undefined) ?? null),
    said: read.said,
    status: original === undefined ? (form.statuses[0]?.code ?? null) : original.status,
    settledAt: original?.settledAt ?? null,
    rootId: original?.rootId ?? id,
    corrects: original?.id ?? null,
    why: entry.why ?? null,
    strikes: false,
    superseded: false,
    signedOn: null,
    signedBy: null,
  };
  await tx.use(LogbookEntriesRepository).add(row);
  await tx.outbox.append(entryWritten(row));
  return id;
}
