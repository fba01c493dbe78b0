import { newId, type Tx } from '@shulian/service-kit';
import type { CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import type { CopyKind, StockState } from '@shulian/contracts/words';
import { bookNumberFor, callNumberOf } from '../classification/rules/call-number.js';
import { recordAccession, type Entry } from '../registers/record-movements.step.js';
import { copyAccessioned } from './copy.events.js';
import { accessionNumbersFrom, generatedBarcode } from './rules/copy-numbers.js';
import { firstStateOf, type Copy } from './rules/copy.js';
import { CopiesRepository } from './copies.repository.js';
import { ShelfNumbersRepository } from '../classification/shelf-numbers.repository.js';

/** A copy that shall be entered; what is null is given here: barcode, book number. */
export type NewCopy = {
  readonly titleId: TitleId;
  readonly barcode: string | null;
  readonly clc: string | null;
  readonly bookNumber: string | null;
  /** A call number by another scheme, kept as written: such a copy takes no book number of ours. */
  readonly callNumber: string | null;
  readonly kind: CopyKind;
  readonly volume: string | null;
  readonly location: string | null;
  readonly priceFen: number | null;
  readonly stockState: StockState | null;
  readonly formerNumber: string | null;
  readonly foundAs: string | null;
  readonly externalId?: string | null;
};

export type AccessionedCopies = {
  readonly copies: readonly Copy[];
  /** Found book numbers that stand for more than one title on these shelves (decision 22: kept and flagged). */
  readonly repeatedBookNumbers: readonly Copy[];
};

/**
 * Enters copies in the register of one school, inside the transaction of the caller: accession numbers without a gap, generated
 * barcodes, call numbers, lines of the registers, events. The counters stay locked to the end of the transaction: first the
 * school's, then the classes', then its registers.
 */
export const accessionCopies = async (
  tx: Tx,
  school: { readonly id: SchoolId; readonly code: string },
  entry: Entry,
  wanted: readonly NewCopy[],
): Promise<AccessionedCopies> => {
  if (wanted.length === 0) return { copies: [], repeatedBookNumbers: [] };
  const first = await tx.use(CopiesRepository).takeNumbers(school.id, wanted.length);
  const numbers = accessionNumbersFrom(first, wanted.length);
  const barcodes = await barcodesFor(tx, school, wanted, numbers);
  const { bookNumbers, repeated } = await bookNumbersFor(tx, school.id, wanted);

  const copies = wanted.map((copy, at): Copy => {
    const bookNumber = bookNumbers[at] ?? null;
    return {
      id: newId<CopyId>(),
      version: 1,
      titleId: copy.titleId,
      schoolId: school.id,
      barcode: barcodes[at] ?? '',
      accessionNumber: numbers[at] ?? 0,
      formerNumber: copy.formerNumber,
      clc: copy.clc,
      bookNumber,
      callNumber:
        copy.callNumber ??
        (copy.clc === null || bookNumber === null ? null : callNumberOf(copy.clc, bookNumber, copy.volume)),
      volume: copy.volume,
      kind: copy.kind,
      location: copy.location,
      locationId: null,
      priceFen: copy.priceFen,
      stockState: copy.stockState ?? firstStateOf(copy.kind),
      accessionedOn: entry.day,
      withdrawn: null,
      foundAs: copy.foundAs,
      externalId: copy.externalId ?? null,
    };
  });
  await tx.use(CopiesRepository).add(copies);
  await recordAccession(tx, copies, entry);
  await tx.outbox.append(...copies.map((copy) => copyAccessioned(copy, entry.source)));
  return { copies, repeatedBookNumbers: copies.filter((_, at) => repeated.has(at)) };
};

/** A barcode of our own for every copy without one; wider where a file already brought the one that would come out. */
const barcodesFor = async (
  tx: Tx,
  school: { readonly id: SchoolId; readonly code: string },
  wanted: readonly NewCopy[],
  numbers: readonly number[],
): Promise<string[]> => {
  const given = new Set(wanted.flatMap(({ barcode }) => barcode ?? []));
  const made = wanted.map((copy, at) => copy.barcode ?? generatedBarcode(school.code, numbers[at] ?? 0));
  const ours = made.filter((_, at) => wanted[at]?.barcode === null);
  if (ours.length === 0) return made;
  const taken = new Set([...(await tx.use(CopiesRepository).takenBarcodes(school.id, ours)), ...given]);
  if (!ours.some((barcode) => taken.has(barcode))) return made;
  for (let width = 8; width <= 16; width += 1) {
    const wider = wanted.map(
      (copy, at) => copy.barcode ?? generatedBarcode(school.code, numbers[at] ?? 0, width),
    );
    const again = await tx.use(CopiesRepository).takenBarcodes(
      school.id,
      wider.filter((_, at) => wanted[at]?.barcode === null),
    );
    if (
      !wider.some((barcode, at) => wanted[at]?.barcode === null && (again.has(barcode) || given.has(barcode)))
    )
      return wider;
  }
  throw new Error('no free barcode for an accession number');
};

const bookNumbersFor = async (
  tx: Tx,
  schoolId: SchoolId,
  wanted: readonly NewCopy[],
): Promise<{ bookNumbers: (string | null)[]; repeated: ReadonlySet<number> }> => {
  const shelved = wanted.flatMap(({ clc, titleId, callNumber }) =>
    clc === null || callNumber !== null ? [] : [{ clc, titleId }],
  );
  const counters = await tx.use(ShelfNumbersRepository).lockCounters(
    schoolId,
    shelved.map(({ clc }) => clc),
  );
  const known = new Map<string, string>();
  const placeOf = (clc: string, titleId: string): string => `${clc}\n${titleId}`;
  for (const { clc, titleId, bookNumber } of await tx.use(ShelfNumbersRepository).ofTitles(schoolId, shelved))
    known.set(placeOf(clc, titleId), bookNumber);
  const found = wanted.flatMap(({ clc, bookNumber }) =>
    clc === null || bookNumber === null ? [] : [{ clc, bookNumber }],
  );
  const standing = new Map<string, string>();
  for (const { clc, bookNumber, titleId } of await tx.use(ShelfNumbersRepository).standingAt(schoolId, found))
    standing.set(placeOf(clc, bookNumber), titleId);

  const bookNumbers: (string | null)[] = [];
  const repeated = new Set<number>();
  const added = new Map<string, { clc: string; titleId: TitleId; bookNumber: string; allocated: boolean }>();
  wanted.forEach(({ clc, titleId, bookNumber, callNumber }, at) => {
    if (clc === null || callNumber !== null) {
      bookNumbers.push(null);
      return;
    }
    const place = placeOf(clc, titleId);
    const chosen = bookNumberFor({
      ofThisTitle: known.get(place) ?? null,
      found: bookNumber,
      next: counters.get(clc) ?? 1,
    });
    counters.set(clc, chosen.next);
    bookNumbers.push(chosen.bookNumber);
    const holder = standing.get(placeOf(clc, chosen.bookNumber));
    if (holder !== undefined && holder !== titleId) repeated.add(at);
    standing.set(placeOf(clc, chosen.bookNumber), holder ?? titleId);
    if (!known.has(place)) {
      known.set(place, chosen.bookNumber);
      added.set(place, { clc, titleId, bookNumber: chosen.bookNumber, allocated: chosen.allocated });
    }
  });
  await tx.use(ShelfNumbersRepository).moveCounters(schoolId, counters);
  await tx.use(ShelfNumbersRepository).add(schoolId, [...added.values()]);
  return { bookNumbers, repeated };
};
