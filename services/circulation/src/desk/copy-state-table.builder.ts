import {
  COPY_STATES,
  type Cell,
  type CopyState,
  type Operation,
  type DESKS,
  type QUEUES,
  type READERS,
} from './copy-states.builder.js';

/** What becomes of those who wait. */
export type QueueAfter =
  'as before' | 'the reader joins' | 'its first is served' | 'whom it was kept for waits first';

/** Refused, and nothing moves; or done, with where the copy is then and what becomes of those who wait. */
export type Result =
  { readonly refused: readonly string[] } | { readonly place: string; readonly queue: QueueAfter };

/** What comes of an operation in some cells; what is left out does not matter. Each cell has one line. */
export type Line = {
  readonly operation: Operation;
  readonly states: readonly CopyState[];
  readonly reader?: (typeof READERS)[number];
  readonly desk?: (typeof DESKS)[number];
  readonly queue?: readonly (typeof QUEUES)[number][];
  readonly result: Result;
};

type Conditions = Pick<Line, 'reader' | 'desk' | 'queue'>;

const lines: Line[] = [];
const when =
  (operation: Operation, given: Conditions = {}) =>
  (states: readonly CopyState[], result: Result, more: Conditions = {}): void => {
    lines.push({ operation, states, ...given, ...more, result });
  };
const refused = (...codes: readonly string[]): Result => ({ refused: codes });
const goes = (place: string, queue: QueueAfter = 'as before'): Result => ({ place, queue });
/** The copy stays where it is. */
const stays = (queue: QueueAfter = 'as before'): Result => goes('as before', queue);

const IN_THE_ROOM = ['reading-room', 'reference'] as const;
const NOT_READY = ['processing', 'repair', 'missing', 'withdrawn'] as const;
const LENT = ['on-loan', 'overdue', 'read-in-room'] as const;
const SOMEBODY_WAITS = { queue: ['another', 'the-reader'] } as const;
const NOBODY_WAITS = { queue: ['empty'] } as const;
const OTHERS_AT_MOST = { queue: ['empty', 'another'] } as const;
const READER_WAITS = { queue: ['the-reader'] } as const;

// Lent home.
when('check-out', { desk: 'foreign' })(COPY_STATES, refused('copy.of-another-school', 'reader.unknown'));
const checkOut = when('check-out', { desk: 'own' });
checkOut(['shelf'], goes('on-loan for other'));
checkOut(IN_THE_ROOM, refused('copy.reading-room-only'));
checkOut([...NOT_READY, 'in-transit'], refused('copy.not-lendable'));
checkOut(['on-loan', 'read-in-room'], refused('copy.already-on-loan'));
checkOut(['overdue'], refused('copy.already-on-loan', 'reader.has-overdue'), { reader: 'same' });
checkOut(['overdue'], refused('copy.already-on-loan'), { reader: 'other' });
checkOut(['hold-shelf'], goes('on-loan for same'), { reader: 'same' });
checkOut(['hold-shelf'], refused('copy.held-for-another-reader'), { reader: 'other' });
checkOut(['lost'], refused('copy.not-lendable', 'reader.owes-compensation'), { reader: 'same' });
checkOut(['lost'], refused('copy.not-lendable'), { reader: 'other' });

// Read in the room: who waits, waits for a copy to take home.
when('check-out-in-room', { desk: 'foreign' })(
  COPY_STATES,
  refused('copy.of-another-school', 'reader.unknown'),
);
const checkOutInRoom = when('check-out-in-room', { desk: 'own' });
checkOutInRoom(['shelf', ...IN_THE_ROOM], goes('on-loan in the room for other'));
checkOutInRoom([...NOT_READY, 'hold-shelf', 'lost', 'in-transit'], refused('copy.not-lendable'));
checkOutInRoom(LENT, refused('copy.already-on-loan'));

// Lent to a class.
when('check-out-to-class', { desk: 'foreign' })(
  COPY_STATES,
  refused('copy.of-another-school', 'class.unknown'),
);
const checkOutToClass = when('check-out-to-class', { desk: 'own' });
checkOutToClass(['shelf'], goes('on-loan for class'));
checkOutToClass(IN_THE_ROOM, refused('copy.reading-room-only'));
checkOutToClass([...NOT_READY, 'lost', 'in-transit'], refused('copy.not-lendable'));
checkOutToClass(LENT, refused('copy.already-on-loan'));
checkOutToClass(['hold-shelf'], refused('copy.held-for-another-reader'));

// Given back, or found again: what is owed for a lost copy stays owed until somebody settles it.
// A copy that waits at the other school to be sent home is known there, and goes on waiting.
const giveBackElsewhere = when('return', { desk: 'foreign' });
giveBackElsewhere(
  COPY_STATES.filter((state) => state !== 'in-transit'),
  refused('copy.of-another-school'),
);
giveBackElsewhere(['in-transit'], stays());
const giveBack = when('return', { desk: 'own' });
giveBack(['shelf', ...IN_THE_ROOM, ...NOT_READY], stays());
giveBack([...LENT, 'lost', 'in-transit'], goes('in'), NOBODY_WAITS);
giveBack(
  [...LENT, 'lost', 'in-transit'],
  goes('hold-shelf for third', 'its first is served'),
  SOMEBODY_WAITS,
);
giveBack(['hold-shelf'], stays());

// Renewed: not for what is read in the room, not past its day, not while others wait.
when('renew', { desk: 'foreign' })(LENT, refused('copy.unknown'));
const renew = when('renew', { desk: 'own' });
renew(['on-loan'], stays(), NOBODY_WAITS);
renew(['on-loan'], refused('title.held-by-others'), SOMEBODY_WAITS);
renew(['overdue'], refused('loan.overdue'), NOBODY_WAITS);
renew(['overdue'], refused('loan.overdue', 'title.held-by-others'), SOMEBODY_WAITS);
renew(['read-in-room'], refused('loan.renewals-used-up', 'loan.not-later'), NOBODY_WAITS);
renew(
  ['read-in-room'],
  refused('title.held-by-others', 'loan.renewals-used-up', 'loan.not-later'),
  SOMEBODY_WAITS,
);

// Lost: the loan ends, its reader owes, and who waits for the title waits on.
when('declare-lost', { desk: 'foreign' })(LENT, refused('copy.unknown'));
when('declare-lost', { desk: 'own' })(LENT, goes('lost; owed by same'));

// Waited for: by title and by copy alike, where the title has one copy.
for (const operation of ['hold-title', 'hold-copy'] as const) {
  when(operation, { desk: 'foreign' })(COPY_STATES, refused('request.unknown-reference'));
  const hold = when(operation, { desk: 'own' });
  hold(['shelf'], goes('hold-shelf for other'));
  hold(IN_THE_ROOM, refused('copy.reading-room-only'), OTHERS_AT_MOST);
  hold(['reading-room'], refused('hold.already-waiting', 'copy.reading-room-only'), READER_WAITS);
  const comesBack = ['processing', 'repair', 'in-transit'] as const;
  hold(comesBack, stays('the reader joins'), OTHERS_AT_MOST);
  hold(comesBack, refused('hold.already-waiting'), READER_WAITS);
  hold(['missing', 'withdrawn'], refused('hold.no-copies'), OTHERS_AT_MOST);
  hold(['missing', 'withdrawn'], refused('hold.already-waiting', 'hold.no-copies'), READER_WAITS);
  hold(LENT, refused('hold.on-loan-to-reader'), { reader: 'same' });
  hold(LENT, stays('the reader joins'), { reader: 'other', ...OTHERS_AT_MOST });
  hold(LENT, refused('hold.already-waiting'), { reader: 'other', ...READER_WAITS });
  hold(['hold-shelf'], refused('hold.already-waiting'), { reader: 'same' });
  hold(['hold-shelf'], stays('the reader joins'), { reader: 'other', ...OTHERS_AT_MOST });
  hold(['hold-shelf'], refused('hold.already-waiting'), { reader: 'other', ...READER_WAITS });
  hold(['lost'], refused('hold.no-copies'), OTHERS_AT_MOST);
  hold(['lost'], refused('hold.already-waiting', 'hold.no-copies'), READER_WAITS);
}

// The catalogue says something new: what is out stays out until it comes back, what lies there goes where it may.
const elsewhere = [...LENT, 'lost', 'in-transit'] as const;
const lendable = when('becomes-lendable');
lendable(['shelf', 'reference', 'hold-shelf', ...elsewhere], stays());
lendable(['reading-room', ...NOT_READY], stays(), NOBODY_WAITS);
lendable(['reading-room', ...NOT_READY], goes('hold-shelf for third', 'its first is served'), SOMEBODY_WAITS);
for (const operation of ['becomes-reading-room', 'goes-to-repair', 'is-missing', 'is-withdrawn'] as const) {
  const says = when(operation);
  says(['shelf', ...IN_THE_ROOM, ...NOT_READY, ...elsewhere], stays());
  says(['hold-shelf'], goes('in', 'whom it was kept for waits first'));
}

export const COPY_STATE_TABLE: readonly Line[] = lines;

/** The lines that say what comes of a cell: exactly one, or the table is wrong. */
export const linesOf = (cell: Cell): Line[] =>
  COPY_STATE_TABLE.filter(
    (line) =>
      line.operation === cell.operation &&
      line.states.includes(cell.state) &&
      (line.reader === undefined || line.reader === cell.reader) &&
      (line.desk === undefined || line.desk === cell.desk) &&
      (line.queue === undefined || line.queue.includes(cell.queue)),
  );
