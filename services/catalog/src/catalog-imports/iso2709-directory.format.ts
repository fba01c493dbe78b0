/** One entry of the directory of ISO 2709, as written; `start` and `length` are null where no number stands. */
export type DirectoryEntry = {
  readonly tag: string;
  readonly length: number | null;
  readonly start: number | null;
};

/** Tag of 3 signs, length of 4 digits, start of 5. */
const ENTRY_LENGTH = 12;

/**
 * The entries of a directory. One that is malformed costs itself, never the record: a field of more than 9,999 bytes that
 * some tool wrote with five digits, a sign too many or too few. Where the entries stop standing one after the other, the
 * next one that points at a whole field is looked for. Null where not one entry can be read.
 */
export const readDirectory = (text: string, fits: Fits): DirectoryEntry[] | null => {
  const evenly = text.length % ENTRY_LENGTH === 0 ? inSteps(text) : null;
  if (evenly?.every(fits) === true && evenly.length > 0) return evenly;

  const entries: DirectoryEntry[] = [];
  let found = 0;
  for (let at = 0; at < text.length;) {
    const next = nextFitting(text, at, fits);
    if (next === null) {
      if (text.slice(at).trim() !== '') entries.push(...inSteps(text.slice(at)));
      break;
    }
    // What stands between is an entry of its own, whatever its length.
    if (next.at > at) entries.push(...inSteps(text.slice(at, next.at)));
    entries.push(next.entry);
    found += 1;
    at = next.at + next.length;
  }
  if (found > 0) return entries;
  // Nothing fits anywhere: lengths counted in characters, or wrong addresses. The fields may still stand in this order.
  return evenly !== null && evenly.length > 0 && evenly.some(isWellFormed) && !evenly.some(isUnlikely)
    ? evenly
    : null;
};

/** A length of five digits stands only where four do not suffice. */
const LONGEST_IN_FOUR = 9_999;
/** Farther away another field would be skipped. */
const FARTHEST = 4 * ENTRY_LENGTH;

type FoundEntry = { readonly at: number; readonly length: number; readonly entry: DirectoryEntry };
type Fits = (entry: DirectoryEntry) => boolean;

const fittingAt = (text: string, at: number, fits: Fits): FoundEntry | null => {
  for (const length of [ENTRY_LENGTH, ENTRY_LENGTH + 1]) {
    const entry = entryOf(text.slice(at, at + length));
    if (length > ENTRY_LENGTH && (entry.length ?? 0) <= LONGEST_IN_FOUR) continue;
    if (isWellFormed(entry) && fits(entry)) return { at, length, entry };
  }
  return null;
};

/** The nearest entry that fits; one that others follow on is surer than one that fits by accident. */
const nextFitting = (text: string, from: number, fits: Fits): FoundEntry | null => {
  let alone: FoundEntry | null = null;
  for (let at = from; at <= from + FARTHEST; at += 1) {
    const found = fittingAt(text, at, fits);
    if (found === null) continue;
    const end = at + found.length;
    if (at === from || end >= text.length || fittingAt(text, end, fits) !== null) return found;
    alone ??= found;
  }
  return alone;
};

const inSteps = (text: string): DirectoryEntry[] =>
  Array.from({ length: Math.ceil(text.length / ENTRY_LENGTH) }, (_, at) =>
    entryOf(text.slice(at * ENTRY_LENGTH, (at + 1) * ENTRY_LENGTH)),
  );

const entryOf = (text: string): DirectoryEntry => ({
  tag: text.slice(0, 3),
  length: numberIn(text.slice(3, -5)),
  start: numberIn(text.slice(-5)),
});

const isWellFormed = ({ tag, length, start }: DirectoryEntry): boolean =>
  /^[0-9A-Za-z]{3}$/.test(tag) && length !== null && start !== null;

/** A tag of a lost beginning or of plain text: no letters and digits at all. */
const isUnlikely = ({ tag, length, start }: DirectoryEntry): boolean =>
  !/[0-9A-Za-z]/.test(tag) || (length === null && start === null);

const numberIn = (digits: string): number | null => (/^\d+$/.test(digits) ? Number(digits) : null);
