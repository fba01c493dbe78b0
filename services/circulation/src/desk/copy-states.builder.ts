/** The states of a copy at the desk, and all that can be done with it there; what comes of each stands in `copy-state-table.builder.ts`. */
export const COPY_STATES = [
  'shelf',
  'reading-room',
  'reference',
  'processing',
  'repair',
  'missing',
  'withdrawn',
  'on-loan',
  'overdue',
  'read-in-room',
  'hold-shelf',
  'lost',
  'in-transit',
] as const;
export type CopyState = (typeof COPY_STATES)[number];

export const OPERATIONS = [
  'check-out',
  'check-out-in-room',
  'check-out-to-class',
  'return',
  'renew',
  'declare-lost',
  'hold-title',
  'hold-copy',
  'becomes-lendable',
  'becomes-reading-room',
  'goes-to-repair',
  'is-missing',
  'is-withdrawn',
] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Who acts: the reader the copy is lent to, kept for or was lost by, or another one. */
export const READERS = ['same', 'other'] as const;
export const DESKS = ['own', 'foreign'] as const;
/** Who waits for the title besides: nobody, a third reader, the reader who acts. */
export const QUEUES = ['empty', 'another', 'the-reader'] as const;

export type Cell = {
  readonly state: CopyState;
  readonly operation: Operation;
  /** null where no reader is named. */
  readonly reader: (typeof READERS)[number] | null;
  /** null: the catalogue says it. */
  readonly desk: (typeof DESKS)[number] | null;
  readonly queue: (typeof QUEUES)[number];
};

const NAMES_A_READER: ReadonlySet<Operation> = new Set([
  'check-out',
  'check-out-in-room',
  'hold-title',
  'hold-copy',
]);
const OF_THE_CATALOGUE: ReadonlySet<Operation> = new Set([
  'becomes-lendable',
  'becomes-reading-room',
  'goes-to-repair',
  'is-missing',
  'is-withdrawn',
]);
/** Only a loan is renewed or lost. */
const OF_A_LOAN: ReadonlySet<Operation> = new Set(['renew', 'declare-lost']);
const LENT: ReadonlySet<CopyState> = new Set(['on-loan', 'overdue', 'read-in-room']);
/** States that belong to one reader. */
const OF_A_READER: ReadonlySet<CopyState> = new Set([...LENT, 'hold-shelf', 'lost']);
/** Nobody waits for what never leaves; and who waits for a copy that lies free is served at once. */
const NOBODY_WAITS: ReadonlySet<CopyState> = new Set(['shelf', 'reference']);

/** Every cell that can come about. */
export function allCells(): Cell[] {
  const cells: Cell[] = [];
  for (const state of COPY_STATES)
    for (const operation of OPERATIONS) {
      if (OF_A_LOAN.has(operation) && !LENT.has(state)) continue;
      const readers = !NAMES_A_READER.has(operation)
        ? [null]
        : OF_A_READER.has(state)
          ? READERS
          : (['other'] as const);
      const desks = OF_THE_CATALOGUE.has(operation) ? [null] : DESKS;
      for (const reader of readers)
        for (const desk of desks)
          for (const queue of NOBODY_WAITS.has(state) ? (['empty'] as const) : QUEUES) {
            if (queue === 'the-reader' && reader !== 'other') continue;
            cells.push({ state, operation, reader, desk, queue });
          }
    }
  return cells;
}
