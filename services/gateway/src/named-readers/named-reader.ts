/** Who a reader is, as far as a list or a desk needs it. */
export type NamedReader = {
  readonly id: string;
  readonly name: string;
  readonly cardNumber: string | null;
  readonly className: string | null;
};
type Json = Record<string, unknown>;

const toNamedReader = ({ id, name, cardNumber, className }: NamedReader): NamedReader => ({
  id,
  name,
  cardNumber,
  className,
});

/** Each object of an answer that says which reader it is about, whatever lies around it. */
function* placesIn(answer: unknown): Generator<Json> {
  if (typeof answer !== 'object' || answer === null) return;
  if (!Array.isArray(answer) && 'readerId' in answer) yield answer;
  for (const part of Object.values(answer)) yield* placesIn(part);
}

/** The ids of all readers an answer names, each once. */
export const readersIn = (answer: unknown): string[] => [
  ...new Set(
    [...placesIn(answer)].flatMap(({ readerId }) => (typeof readerId === 'string' ? [readerId] : [])),
  ),
];

/**
 * Puts beside every reader's id who that is; null where there is none (a class has it, the loan was forgotten) or the
 * caller may not see the reader.
 */
export function nameReaders(answer: unknown, found: readonly NamedReader[]): void {
  const byId = new Map(found.map((reader) => [reader.id, toNamedReader(reader)]));
  for (const place of placesIn(answer)) place['reader'] = byId.get(place['readerId'] as string) ?? null;
}
