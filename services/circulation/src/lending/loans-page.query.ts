import { reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay } from '@shulian/contracts/ids';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import { afterCursor, queryId, type Caller } from '@shulian/service-kit';
import type { DeskRow } from '../desk/loan.http.js';
import { loanColumns, type LoanRow } from '../desk/loan.row.js';
import { shownCopyColumns, type ShownCopyRow } from '../desk/shown-copy.row.js';
import {
  CLASS,
  isSeen,
  newestFirst,
  ofOne,
  schoolsOf,
  Values,
  waysOfClasses,
  waysOfReaders,
  type Way,
} from '../lists/newest-first.query.js';
import type { LoansAsked } from './loan-list.http.js';

/** Schools that may see a loan: that lent it, and that of the reader on the day of the loan. */
export const SCHOOLS = ['lending_school_id', 'reader_school_id'] as const;
/** Readers who were lent to at another school; an index of their own, because nearly all are lent to at theirs. */
const VISITORS = 'l.reader_school_id <> l.lending_school_id';
/** Open loans of readers lie on their rows. */
const openOf = (readers: string): string =>
  `select unnest(b.open_loan_ids) from borrower b where b.borrower_id = any(${readers})`;

/** What the desk kept of a loan, for whoever may know. */
const desk = `l.lent_by, l.closed_by, (
  select json_agg(json_build_object('code', o.code, 'reason', o.reason, 'by', o.overridden_by) order by o.id)
  from desk_override o where o.loan_id = l.id) as overrides`;
/** What a person reads of a copy and its title. */
export const JOIN_SHOWN = `
  left join known_copy k on k.copy_id = l.copy_id left join known_title kt on kt.title_id = l.title_id`;
export type ShownRow = LoanRow &
  ShownCopyRow & {
    readonly lent_by: string;
    readonly closed_by: string | null;
    readonly overrides: DeskRow['overrides'] | null;
  };

export const columns = `${loanColumns('l')}, ${desk}, ${shownCopyColumns('k', 'kt')}`;

/** What is asked of loans, whatever the format. */
export type LoansWished = Omit<LoansAsked, 'format' | 'cursor'> & { readonly cursor?: string | undefined };

/** A page of loans as a statement. */
export function loansAsked(
  caller: Caller,
  input: LoansWished,
  today: CalendarDay,
): { readonly text: string; readonly values: readonly unknown[] } {
  const values = new Values();
  const { ways, more } = waysTo(caller, input, values);
  const where = [...conditionsOf(input, today, values), ...more];
  if (input.sort === 'dueOn') return longestDueFirst(input, ways, where, values);
  const after = afterCursor(input.cursor, 1)?.[0];
  const text = newestFirst(
    {
      table: 'loan',
      of: 'l',
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

function conditionsOf(input: LoansWished, today: CalendarDay, values: Values): string[] {
  const { status, mode, dueFrom, dueBefore, loanedFrom, loanedTo } = input;
  const day = (condition: string, of: CalendarDay | undefined): string[] =>
    of === undefined ? [] : [`${condition} ${values.of(of, 'date')}`];
  return [
    ...(status === undefined ? [] : [`l.closed_how is ${status === 'closed' ? 'not null' : 'null'}`]),
    // A word of the contract, said as itself: only so the planner sees that rare modes have an index of their own.
    ...(mode === undefined ? [] : [`l.mode = '${mode}'`]),
    ...(status === 'overdue' ? day('l.due_on <', today) : []),
    ...day('l.due_on >=', dueFrom),
    ...day('l.due_on <', dueBefore),
    ...day('l.loaned_on >=', loanedFrom),
    ...day('l.loaned_on <=', loanedTo),
  ];
}

/** Of each key of each way as many as the page has, along the indexes of what is open; the first of them all are the page. */
function longestDueFirst(
  input: LoansWished,
  ways: readonly Way[],
  where: readonly string[],
  values: Values,
): { readonly text: string; readonly values: readonly unknown[] } {
  const after = afterCursor(input.cursor, 2);
  const limit = values.of(input.limit + 1, 'int');
  const conditions = [
    ...where,
    ...(after === undefined || after === null
      ? []
      : [
          `(l.due_on, l.id) > (${values.of(String(after[0]), 'date')},
            ${values.of(queryId('cursor', String(after[1])), 'uuid')})`,
        ]),
  ];
  const firstOf = (from: string, own: readonly string[]): string =>
    `(select l.id, l.due_on from ${from} where ${[...own, ...conditions].join(' and ')}
      order by l.due_on, l.id limit ${limit})`;
  const branches = ways.map((way) => {
    const own = way.where === undefined ? [] : [way.where];
    if (way.ids !== undefined) return firstOf(`(${way.ids}) given(id) join loan l on l.id = given.id`, own);
    const ofKey = firstOf('loan l', [`l.${way.column} = k.key`, ...own]);
    return `(select first.* from unnest(${way.keys}) as k(key) cross join lateral ${ofKey} first)`;
  });
  const seen =
    branches.length === 0
      ? 'select null::uuid as id, null::date as due_on where false'
      : branches.join(' union ');
  const text = `
    select ${columns}
    from (select id from (${seen}) seen order by due_on, id limit ${limit}) shown
    join loan l on l.id = shown.id ${JOIN_SHOWN}
    order by l.due_on, l.id`;
  return { text, values: values.all };
}

type Sight = { readonly ways: readonly Way[]; readonly more: readonly string[] };

/** A copy or a reader leads to few loans, of which those are kept that the caller sees; else the caller's own places lead. */
function waysTo(caller: Caller, input: LoansWished, values: Values): Sight {
  const { reach } = caller;
  const { copyId, copyBarcode, readerId, classId, schoolId } = input;
  const openOfReaders = input.status === 'open' || input.status === 'overdue' ? openOf : undefined;
  const ofCopies: Way[] = [
    ...(copyId === undefined ? [] : [{ column: 'copy_id', ...ofOne(copyId, values) }]),
    ...(copyId !== undefined || copyBarcode === undefined ? [] : [wayOfBarcode(copyBarcode, values)]),
  ];
  if (ofCopies.length > 0)
    return {
      ways: ofCopies,
      more: [
        ...(copyId === undefined || copyBarcode === undefined
          ? []
          : [`l.copy_id = any(${wayOfBarcode(copyBarcode, values).keys})`]),
        ...(readerId === undefined ? [] : [`l.reader_id = ${values.of(readerId, 'uuid')}`]),
        ...(classId === undefined ? [] : [ofClass(classId, values)]),
        ...inSchool(schoolId, values),
        isSeen(caller, 'l', SCHOOLS, values, true),
      ],
    };
  if (readerId !== undefined) {
    const reader = ofOne(readerId, values);
    const ids = openOfReaders?.(reader.keys);
    return {
      ways: [{ column: 'reader_id', ...reader, ...(ids === undefined ? {} : { ids }) }],
      more: [
        ...(classId === undefined ? [] : [ofClass(classId, values)]),
        ...inSchool(schoolId, values),
        isSeen(caller, 'l', SCHOOLS, values, true),
      ],
    };
  }
  if (classId !== undefined) {
    const readers = readersOf(classId, values);
    const ids = openOfReaders?.(readers);
    return {
      ways: [
        { column: 'reader_id', keys: readers, expected: CLASS, ...(ids === undefined ? {} : { ids }) },
        { column: 'class_id', ...ofOne(classId, values), where: 'l.reader_id is null' },
      ],
      more: [...inSchool(schoolId, values), isSeen(caller, 'l', SCHOOLS, values, true)],
    };
  }
  const isOwn = schoolId !== undefined && reachesSchool(reach, schoolId);
  const schools = isOwn ? ofOne(schoolId, values) : schoolsOf(reach, values);
  const ofSchools: Way[] =
    schools === null
      ? []
      : [
          { column: 'lending_school_id', ...schools },
          { column: 'reader_school_id', ...schools, where: VISITORS },
        ];
  return isOwn
    ? { ways: ofSchools, more: [] }
    : {
        ways: [
          ...ofSchools,
          ...waysOfReaders(reach, values, openOfReaders),
          ...waysOfClasses(reach, 'l', values),
        ],
        more: inSchool(schoolId, values),
      };
}

/** Copies of several schools may have the barcode, but not many. */
const wayOfBarcode = (barcode: string, values: Values): Way => ({
  column: 'copy_id',
  keys: `array(select copy_id from known_copy where barcode = ${values.of(normalBarcode(barcode), 'text')})`,
  expected: 5,
});

/** Those who are in a class today. */
const readersOf = (classId: string, values: Values): string =>
  `array(select r.reader_id from known_reader r where r.class_id = ${values.of(classId, 'uuid')})`;

const ofClass = (classId: string, values: Values): string =>
  `(l.reader_id = any(${readersOf(classId, values)})
    or l.reader_id is null and l.class_id = ${values.of(classId, 'uuid')})`;

function inSchool(schoolId: string | undefined, values: Values): string[] {
  if (schoolId === undefined) return [];
  const school = values.of(schoolId, 'uuid');
  return [`(l.lending_school_id = ${school} or l.reader_school_id = ${school})`];
}
