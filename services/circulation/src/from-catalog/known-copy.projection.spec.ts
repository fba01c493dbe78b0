import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { described, withdrawn, type CopyFold } from './known-copy.projection.js';
import type { KnownCopy } from './known-copy.row.js';

const uuid = (last: string): string => `01990000-0000-7000-8000-0000000000${last}`;
const copyId = uuid('01') as CopyId;
const ACCESSIONED = '2026-09-01' as CalendarDay;

/** What the catalogue may change of a copy in one event. */
const change = fc.record({
  titleId: fc.constantFrom(uuid('11') as TitleId, uuid('12') as TitleId),
  schoolId: fc.constantFrom(uuid('21') as SchoolId, uuid('22') as SchoolId),
  stockState: fc.constantFrom(
    'processing' as const,
    'lendable' as const,
    'reading-room' as const,
    'repair' as const,
    'missing' as const,
    'withdrawn' as const,
  ),
  barcode: fc.constantFrom('A1', 'A2', '书3'),
  kind: fc.constantFrom(
    'book' as const,
    'reference' as const,
    'periodical' as const,
    'audiovisual' as const,
    'textbook' as const,
    'other' as const,
  ),
  clc: fc.constantFrom(null, 'I210.6', 'Z2'),
  priceFen: fc.constantFrom(null, 0, 2_500, 2_147_483_647),
  callNumber: fc.constantFrom(null, 'I287.4/1'),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

/** The copy as its source has it after the n-th event, and the event. */
function told(changes: readonly Change[], struck: Change | null): { source: KnownCopy; folds: CopyFold[] } {
  let source: KnownCopy | undefined;
  const folds = changes.map((data, place): CopyFold => {
    const version = place + 1;
    source = { copyId, ...data, accessionedOn: ACCESSIONED, version, describedVersion: version };
    const whole = {
      ...data,
      copyId,
      accessionNumber: 1,
      location: null,
      accessionedOn: ACCESSIONED,
    };
    const event = place === 0 ? CopyAccessionedV1.announce(whole, 1) : CopyChangedV1.announce(whole, version);
    return described({ data: event.data, aggregateversion: version } as CopyChangedV1);
  });
  if (source === undefined) throw new Error('a copy begins with its accession');
  if (struck === null) return { source, folds };
  const version = changes.length + 1;
  const { titleId, schoolId } = source;
  const event = CopyWithdrawnV1.announce(
    { copyId, titleId, schoolId, withdrawnOn: '2026-10-12' as never, why: 'damaged' },
    version,
  );
  folds.push(withdrawn({ data: event.data, aggregateversion: version } as CopyWithdrawnV1));
  return { source: { ...source, stockState: 'withdrawn', version }, folds };
}

const after = (folds: readonly CopyFold[]): KnownCopy | null =>
  folds.reduce<KnownCopy | null>((known, fold) => fold(known), null);

const history = fc.record({
  changes: fc.array(change, { minLength: 1, maxLength: 6 }),
  struck: fc.option(change),
  seed: fc.infiniteStream(fc.nat({ max: 1_000 })),
  repeats: fc.nat({ max: 3 }),
});

/** Each event at least once, in any order, some of them again. */
function anyOrder(folds: readonly CopyFold[], seed: Iterable<number>, repeats: number): CopyFold[] {
  const numbers = seed[Symbol.iterator]();
  const next = (): number => numbers.next().value as number;
  const dealt = [...folds, ...folds.slice(0, repeats)].map((fold) => ({ fold, place: next() }));
  return dealt.sort((a, b) => a.place - b.place).map(({ fold }) => fold);
}

describe('what circulation knows of a copy', () => {
  it('equals its source after all events, in any order and however often they come', () => {
    fc.assert(
      fc.property(history, ({ changes, struck, seed, repeats }) => {
        const { source, folds } = told(changes, struck);
        expect(after(folds)).toEqual(source);
        expect(after(anyOrder(folds, seed, repeats))).toEqual(source);
        // Something old that comes once more changes nothing.
        expect(after([...folds, ...folds])).toEqual(source);
      }),
    );
  });
  it('says every word that the contract has for a stock state and a kind', () => {
    const { properties } = CopyAccessionedV1.data;
    const words = (of: 'stockState' | 'kind'): string[] =>
      properties[of].anyOf.map((one) => String(one.const)).sort();
    const given = fc.sample(change, 400);
    expect([...new Set(given.map((one) => one.stockState))].sort()).toEqual(words('stockState'));
    expect([...new Set(given.map((one) => one.kind))].sort()).toEqual(words('kind'));
  });
});
