/** What is forgotten once it is over, each by itself. */
export const FORGETTABLE = ['loans', 'holds', 'visits', 'bookings', 'contacts', 'requests'] as const;
export type Forgettable = (typeof FORGETTABLE)[number];

/** A table whose rows lose their reader. */
export type ForgettableTable = {
  readonly table: string;
  /** The column of the school that decides how long: that of the reader. */
  readonly school: string;
  /** The day it was over, and which rows are. */
  readonly over: string;
  readonly isOver: string;
  /** The day it counts for in figures. */
  readonly counts: string;
  /** What else says who it was, and is overwritten. */
  readonly also: readonly string[];
};

/** An account of the reader may have entered these. */
const FORGOTTEN = `'forgotten'`;

export const forgettableTables: Readonly<Record<Forgettable, ForgettableTable>> = {
  loans: {
    table: 'loan',
    school: 'reader_school_id',
    over: 'closed_on',
    isOver: 'x.closed_on is not null',
    counts: 'loaned_on',
    also: [],
  },
  holds: {
    table: 'hold',
    school: 'reader_school_id',
    over: 'ended_on',
    isOver: 'x.ended_on is not null',
    counts: 'ended_on',
    also: [`placed_by = ${FORGOTTEN}`],
  },
  visits: {
    table: 'room_visit',
    school: 'school_id',
    over: 'on_day',
    isOver: 'true',
    counts: 'on_day',
    also: ['note = null'],
  },
  bookings: {
    table: 'seat_booking',
    school: 'school_id',
    over: 'on_day',
    isOver: 'true',
    counts: 'on_day',
    also: [`booked_by = ${FORGOTTEN}`],
  },
  contacts: {
    table: 'return_contact',
    school: 'school_id',
    over: 'contacted_on',
    isOver: 'true',
    counts: 'contacted_on',
    also: ['note = null'],
  },
  requests: {
    table: 'service_request',
    school: 'school_id',
    over: 'ended_on',
    isOver: 'x.ended_on is not null',
    counts: 'ended_on',
    also: [`asked_by = ${FORGOTTEN}`, `subject = '-'`, 'details = null', 'why = null'],
  },
};

/** Rows of one sort that may be forgotten, named `x`, as far as nobody keeps them; `x` is of one school. */
export const forgettableSql = (what: Forgettable): string => {
  const { table, isOver } = forgettableTables[what];
  return `${table} x where x.reader_id is not null and x.forgotten_on is null and ${isOver}`;
};

/** Why a row that is due stays: somebody must still be able to say whose it was. */
export const keptSql = (what: Forgettable): string =>
  `exists (select from legal_hold h where h.reader_id = x.reader_id and h.lifted_on is null)${
    what === 'loans'
      ? ` or exists (select from compensation c where c.loan_id = x.id and c.status = 'owed')
    or exists (select from loan_case k where k.loan_id = x.id and k.state = 'open')`
      : ''
  }`;
