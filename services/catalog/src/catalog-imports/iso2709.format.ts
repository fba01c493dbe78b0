import { readDirectory, type DirectoryEntry } from './iso2709-directory.format.js';
import type { ReadingNote, RecordPlace } from './rules/marc-record.js';

/** ISO 2709: leader of 24 bytes, directory of 12-byte entries, fields; lengths count bytes (some tools counted characters). */
const END_OF_RECORD = 0x1d;
const END_OF_FIELD = 0x1e;
const LEADER_LENGTH = 24;

/** Ten times what the leader can express; beyond it the end mark is missing and memory must not grow. */
export const LONGEST_RECORD = 1_000_000;

export type Iso2709Slice =
  | { readonly is: 'slice'; readonly place: RecordPlace; readonly bytes: Uint8Array; readonly ended: boolean }
  | { readonly is: 'overlong'; readonly place: RecordPlace };

export type Iso2709Field = { readonly tag: string; readonly bytes: Uint8Array };

export type Iso2709Reading =
  | {
      readonly is: 'read';
      readonly leader: string;
      readonly fields: readonly Iso2709Field[];
      readonly notes: readonly ReadingNote[];
    }
  | { readonly is: 'damaged'; readonly code: string };

/**
 * Cuts a stream of bytes into records on 0x1D. What stands between records (CR LF, blanks, NUL, Ctrl-Z, a byte order mark)
 * is left out; two records whose end mark was lost between them are told apart by the first one's length.
 */
export async function* sliceIso2709(source: AsyncIterable<Uint8Array>): AsyncGenerator<Iso2709Slice> {
  let record = 0;
  let offset = 0;
  let rest: Uint8Array = new Uint8Array(0);
  let searched = 0;
  let skipping = false;

  const cut = function* (bytes: Uint8Array, from: number, ended: boolean): Generator<Iso2709Slice> {
    const lead = leadIn(bytes);
    let left = bytes.subarray(lead);
    let at = from + lead;
    while (left.length > 0) {
      const length = lengthOfFirstOf(left);
      const first = length === null ? left : left.subarray(0, length);
      record += 1;
      yield { is: 'slice', place: { record, offset: at }, bytes: first, ended: ended || length !== null };
      const gap = length === null ? 0 : leadIn(left.subarray(length));
      left = length === null ? left.subarray(left.length) : left.subarray(length + gap);
      at += first.length + gap;
    }
  };

  for await (const chunk of source) {
    rest = rest.length === 0 ? chunk : joined(rest, chunk);
    for (;;) {
      const end = rest.indexOf(END_OF_RECORD, searched);
      if (end < 0) break;
      if (!skipping) yield* cut(rest.subarray(0, end), offset, true);
      skipping = false;
      offset += end + 1;
      rest = rest.subarray(end + 1);
      searched = 0;
    }
    searched = rest.length;
    if (rest.length > LONGEST_RECORD) {
      if (!skipping) {
        record += 1;
        yield { is: 'overlong', place: { record, offset } };
      }
      skipping = true;
      offset += rest.length;
      rest = new Uint8Array(0);
      searched = 0;
    }
  }
  if (!skipping) yield* cut(rest, offset, false);
}

/** Reads one slice: by the directory where it fits, else by field ends, else what still fits; never throws. */
export const readIso2709 = (bytes: Uint8Array, ended = true): Iso2709Reading => {
  if (bytes.length < LEADER_LENGTH + 1) return { is: 'damaged', code: 'record.too-short' };
  const directoryEnd = bytes.indexOf(END_OF_FIELD);
  if (directoryEnd < 0) return { is: 'damaged', code: 'record.directory-missing' };
  // Places of the leader that carry nothing hold anything; they read as blanks.
  const leader = latin(bytes.subarray(0, LEADER_LENGTH)).replace(/[^\x20-\x7e]/g, ' ');
  const declared = numberAt(leader, 0, 5);
  if (!ended && (declared === null || declared > bytes.length + 1))
    return { is: 'damaged', code: 'record.truncated' };
  const notes: ReadingNote[] = ended ? [] : [{ code: 'record.end-mark-missing' }];

  const start = numberAt(leader, 12, 17) ?? 0;
  const placed = (entry: DirectoryEntry): Iso2709Field | null => sliceOf(bytes, start, entry);
  const entries = readDirectory(
    latin(bytes.subarray(Math.min(LEADER_LENGTH, directoryEnd), directoryEnd)),
    (entry) => placed(entry) !== null,
  );
  // Without one entry to go by this is the tail of a record whose beginning was lost, or no record at all.
  if (entries === null) return { is: 'damaged', code: 'record.directory-unreadable' };
  const fitting = entries.map(placed);
  if (fitting.every((field) => field !== null)) return { is: 'read', leader, fields: fitting, notes };

  const { fields, isAligned, lost } = withPieces(
    entries,
    fitting,
    splitOnFieldEnds(bytes, directoryEnd + 1),
    start,
  );
  if (fields.length === 0) return { is: 'damaged', code: 'record.directory-does-not-fit' };
  if (isAligned) notes.push({ code: 'record.directory-does-not-fit' });
  if (lost.length > 0) notes.push({ code: 'record.fields-lost', detail: lost.slice(0, 20).join(' ') });
  return { is: 'read', leader, fields, notes };
};

type Piece = { readonly at: number; readonly bytes: Uint8Array };

/**
 * Entries that point nowhere get the pieces that no other entry points at, one after the other, where there are as many of
 * both; else they are lost, with what they held.
 */
const withPieces = (
  entries: readonly DirectoryEntry[],
  fitting: readonly (Iso2709Field | null)[],
  pieces: readonly Piece[],
  start: number,
): { fields: Iso2709Field[]; isAligned: boolean; lost: string[] } => {
  const pointedAt = new Set(
    entries.map((entry, at) => (fitting[at] === null ? -1 : start + (entry.start ?? 0))),
  );
  const free = pieces.filter(({ at }) => !pointedAt.has(at));
  const without = entries.filter((_, at) => fitting[at] === null);
  const isAligned = free.length === without.length;
  // Where nothing fits, the starts may still tell the order; one bad start among good ones tells nothing.
  const order = without.length === entries.length ? inPlaceOf(without) : without;
  const lost: string[] = [];
  const fits = new Map(entries.map((entry, at) => [entry, fitting[at] ?? null]));
  const found = new Map<DirectoryEntry, Iso2709Field>();
  order.forEach((entry, at) => {
    const piece = isAligned ? free[at] : undefined;
    if (piece === undefined || !isTag(entry.tag)) lost.push(entry.tag);
    else found.set(entry, { tag: entry.tag, bytes: piece.bytes });
  });
  const listed = without.length === entries.length ? order : entries;
  const fields = listed.flatMap((entry) => found.get(entry) ?? fits.get(entry) ?? []);
  return { fields, isAligned: isAligned && found.size > 0, lost };
};

/** The order of the fields behind the directory; an entry without a readable start keeps its place among the others. */
const inPlaceOf = (entries: readonly DirectoryEntry[]): DirectoryEntry[] => {
  let last = -1;
  return entries
    .map((entry, at) => {
      last = entry.start ?? last;
      return { entry, at, start: last };
    })
    .sort((a, b) => a.start - b.start || a.at - b.at)
    .map(({ entry }) => entry);
};

const isTag = (text: string): boolean => /^[0-9A-Za-z]{3}$/.test(text);

const sliceOf = (bytes: Uint8Array, start: number, entry: DirectoryEntry): Iso2709Field | null => {
  if (entry.length === null || entry.start === null || entry.length < 1) return null;
  const from = start + entry.start;
  const end = from + entry.length - 1;
  const startsAfterAnEnd = bytes[from - 1] === END_OF_FIELD;
  // The last field's own end mark is sometimes left out before the end of the record.
  const endsWell = bytes[end] === END_OF_FIELD || end === bytes.length;
  if (!startsAfterAnEnd || !endsWell) return null;
  const content = bytes.subarray(from, end);
  return content.includes(END_OF_FIELD) || !isTag(entry.tag) ? null : { tag: entry.tag, bytes: content };
};

const splitOnFieldEnds = (bytes: Uint8Array, begin: number): Piece[] => {
  const pieces: Piece[] = [];
  let from = begin;
  for (let at = bytes.indexOf(END_OF_FIELD, from); at >= 0; at = bytes.indexOf(END_OF_FIELD, from)) {
    pieces.push({ at: from, bytes: bytes.subarray(from, at) });
    from = at + 1;
  }
  if (from < bytes.length) pieces.push({ at: from, bytes: bytes.subarray(from) });
  return pieces;
};

/** A whole leader: no text of a book looks like this, so it marks the beginning of a record wherever it stands. */
const LEADER = String.raw`\d{5}[acdnops][a-z][a-z].{2}22\d{5}.{3}45[0 ][0 ]`;
const LEADER_HERE = new RegExp(`^${LEADER}`, 's');
const LEADER_ANYWHERE = new RegExp(LEADER, 's');

/**
 * The length of the first of several records run together: where its own length points at another leader, or, where its
 * length is wrong, where another leader begins; null for a record that stands alone.
 */
const lengthOfFirstOf = (bytes: Uint8Array): number | null => {
  const declared = numberAt(latin(bytes.subarray(0, 5)), 0, 5);
  if (declared === bytes.length || declared === bytes.length + 1) return null;
  // The lost end mark may or may not have left its byte behind.
  for (const length of isWithin(declared, bytes) ? [declared, declared - 1] : []) {
    const next = bytes.subarray(length + leadIn(bytes.subarray(length)));
    if (LEADER_HERE.test(latin(next.subarray(0, LEADER_LENGTH)))) return length;
  }
  const next = LEADER_ANYWHERE.exec(latin(bytes.subarray(1)));
  return next === null ? null : 1 + next.index;
};

const isWithin = (length: number | null, bytes: Uint8Array): length is number =>
  length !== null && length > LEADER_LENGTH && length < bytes.length;

/** How many bytes before the leader are not the record's. */
const leadIn = (bytes: Uint8Array): number => {
  let at = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) at = 3;
  while ([0x0d, 0x0a, 0x00, 0x1a, 0x09].includes(bytes[at] ?? -1)) at += 1;
  // A leader may begin with blanks in place of its length, so blanks go only before digits or at the end of the file.
  let blanks = at;
  while ([0x20, 0x0d, 0x0a, 0x00, 0x1a].includes(bytes[blanks] ?? -1)) blanks += 1;
  const begins = latin(bytes.subarray(blanks, blanks + 5));
  return begins === '' || /^\d{5}$/.test(begins) ? blanks : at;
};

const numberAt = (text: string, from: number, to: number): number | null => {
  const digits = text.slice(from, to);
  return /^\d+$/.test(digits) ? Number(digits) : null;
};

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
};

/** How many end marks a file has: its number of records, nearly; null for a file without any (MARCXML). */
export const countIso2709Ends = async (source: AsyncIterable<Uint8Array>): Promise<number | null> => {
  let ends = 0;
  for await (const chunk of source)
    for (let at = chunk.indexOf(END_OF_RECORD); at >= 0; at = chunk.indexOf(END_OF_RECORD, at + 1)) ends += 1;
  return ends === 0 ? null : ends;
};
