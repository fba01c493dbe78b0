import { Injectable } from '@nestjs/common';
import { reachesSchool } from '@shulian/contracts/access';
import type { CompensationId } from '@shulian/contracts/ids';
import {
  afterCursor,
  Database,
  denied,
  Lists,
  pageOf,
  queryId,
  unknownThing,
  type Caller,
  type Page,
} from '@shulian/service-kit';
import { canSeeDesk } from '../desk/desk-rights.step.js';
import { shownCopyColumns, toShownCopy, type ShownCopyRow } from '../desk/shown-copy.row.js';
import {
  isSeen,
  newestFirst,
  ofOne,
  schoolsOf,
  Values,
  waysOfClasses,
  waysOfReaders,
  type Way,
} from '../lists/newest-first.query.js';
import { compensationColumns, toCompensation, type CompensationRow } from './compensation.row.js';
import { toCompensationView, type CompensationsAsked, type CompensationView } from './compensations.http.js';

/** Schools that may see what is owed: that owns the copy, that lent it, and that of the reader on the day of the loan. */
const SCHOOLS = ['school_id', 'lending_school_id', 'reader_school_id'] as const;

type ShownRow = CompensationRow &
  ShownCopyRow & { readonly declared_by: string; readonly price_fen: number | null };
const columns = `${compensationColumns}, c.declared_by, ${shownCopyColumns('k', 'kt')}, k.price_fen`;
const JOIN_SHOWN = `
  left join known_copy k on k.copy_id = c.copy_id
  left join known_title kt on kt.title_id = (select l.title_id from loan l where l.id = c.loan_id)`;

/** A page of compensations as a statement. */
export function compensationsAsked(
  caller: Caller,
  input: Omit<CompensationsAsked, 'format'>,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values = new Values();
  const { reach } = caller;
  const own = input.schoolId !== undefined && reachesSchool(reach, input.schoolId) ? input.schoolId : null;
  const after = afterCursor(input.cursor, 1)?.[0];
  const ways: Way[] = [];
  const where: string[] = [];
  if (input.status !== undefined) where.push(`c.status = ${values.of(input.status, 'text')}`);
  if (input.schoolId !== undefined && (own === null || input.readerId !== undefined)) {
    const school = values.of(input.schoolId, 'uuid');
    where.push(`(c.school_id = ${school} or c.reader_school_id = ${school})`);
  }
  if (input.readerId !== undefined) {
    ways.push({ column: 'reader_id', ...ofOne(input.readerId, values) });
    where.push(isSeen(caller, 'c', SCHOOLS, values, true));
  } else {
    const schools = own === null ? schoolsOf(reach, values) : ofOne(own, values);
    if (schools !== null) {
      ways.push({ column: 'school_id', ...schools });
      ways.push({ column: 'reader_school_id', ...schools, where: 'c.reader_school_id <> c.school_id' });
      if (own === null)
        ways.push({ column: 'lending_school_id', ...schools, where: 'c.lending_school_id <> c.school_id' });
    }
    if (own === null) ways.push(...waysOfReaders(reach, values), ...waysOfClasses(reach, 'c', values));
  }
  const text = newestFirst(
    {
      table: 'compensation',
      of: 'c',
      columns,
      joins: JOIN_SHOWN,
      ways,
      where,
      after: after === undefined ? undefined : queryId('cursor', String(after)),
      limit: input.limit + 1,
    },
    values,
  );
  return { text, values: values.all };
}

@Injectable()
export class CompensationsQuery {
  constructor(
    private readonly database: Database,
    private readonly lists: Lists,
  ) {}

  /** Newest first. */
  async list(caller: Caller, input: CompensationsAsked): Promise<Page<CompensationView>> {
    if (input.schoolId !== undefined && !caller.mayWorkAt(input.schoolId)) throw denied();
    const { text, values } = compensationsAsked(caller, input);
    const rows = await this.lists.rows<ShownRow>(text, values);
    return pageOf(
      rows,
      input.limit,
      (row) => viewOf(caller, row),
      (row) => [row.id],
    );
  }

  /** @throws Problem 404, also for a compensation the caller may not know of */
  async one(caller: Caller, id: CompensationId): Promise<CompensationView> {
    const values = new Values();
    const [row] = await this.database.rows<ShownRow>(
      `select ${columns} from compensation c ${JOIN_SHOWN}
       where c.id = ${values.of(id, 'uuid')} and ${isSeen(caller, 'c', SCHOOLS, values, true)}`,
      values.all,
    );
    if (row === undefined) throw unknownThing();
    return viewOf(caller, row);
  }
}

function viewOf(caller: Caller, row: ShownRow): CompensationView {
  const view = toCompensationView(toCompensation(row), { ...toShownCopy(row), priceFen: row.price_fen });
  const isOwn = [row.school_id, row.lending_school_id].some((school) => canSeeDesk(caller, school));
  return isOwn
    ? {
        ...view,
        desk: {
          declaredBy: row.declared_by,
          ...(row.settled_by === null ? {} : { settledBy: row.settled_by }),
        },
      }
    : view;
}
