/** How a property of an answer is described where it may be null, is a number, a day. */
export const shown = {
  orNull: { type: 'string', nullable: true },
  whole: { type: 'integer' },
  wholeOrNull: { type: 'integer', nullable: true },
  day: { format: 'date' },
  dayOrNull: { type: 'string', format: 'date', nullable: true },
  id: { format: 'uuid' },
  idOrNull: { type: 'string', format: 'uuid', nullable: true },
} as const;
