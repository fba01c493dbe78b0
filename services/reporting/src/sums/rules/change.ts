/** Sums that are kept by day; in this order they are written, so that two partitions never wait for each other in a circle. */
export const sumsKept = {
  lending: {
    table: 'lending_sum',
    keys: ['school_id', 'reader_kind'],
    counts: ['loans', 'renewals', 'returns', 'losses', 'late', 'in_room'],
  },
  classes: { table: 'class_sum', keys: ['class_id'], counts: ['loans', 'returns', 'collective', 'corner'] },
  readers: { table: 'reader_sum', keys: ['school_id', 'reader_kind'], counts: ['readers'] },
  movements: { table: 'movement_sum', keys: ['school_id', 'movement'], counts: ['copies', 'value_fen'] },
  uses: { table: 'use_sum', keys: ['school_id', 'lent_before'], counts: ['loans'] },
  stock: { table: 'stock_sum', keys: ['school_id', 'main_class'], counts: ['copies', 'titles', 'value_fen'] },
  visits: {
    table: 'visit_sum',
    keys: ['school_id', 'room_id', 'class_id', 'reader_kind'],
    counts: ['visits', 'in_lessons', 'minutes'],
  },
} as const;
export type SumsOf = keyof typeof sumsKept;

/** What changes in sums on a day (`day`), for a key; counts are differences, columns named as in the table. */
export type Change = Readonly<Record<string, string | number | null>>;
