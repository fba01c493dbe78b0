import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, CopyId, SchoolId, TitleId } from '@shulian/contracts/ids';
import fc from 'fast-check';
import { changedCopy, reclassified, type Copy } from '../../accession/rules/copy.js';
import {
  accessionOf,
  correctionOf,
  reclassificationOf,
  repriceOf,
  withdrawalOf,
  type Movement,
} from './movement.js';

const day = '2026-10-12' as CalendarDay;
const schools = ['第1小学', '第2小学'] as readonly string[] as readonly SchoolId[];
const classes = ['I210.6', 'I247.5', 'O1', null] as const;

const enteredAt = (schoolId: SchoolId, number: number, from: Partial<Copy>): Copy => ({
  id: `${schoolId}/${String(number)}` as CopyId,
  version: 1,
  titleId: '呐喊' as TitleId,
  schoolId,
  barcode: String(number),
  accessionNumber: number,
  formerNumber: null,
  clc: null,
  bookNumber: null,
  callNumber: null,
  volume: null,
  kind: 'book',
  location: null,
  locationId: null,
  priceFen: null,
  stockState: 'lendable',
  accessionedOn: day,
  withdrawn: null,
  foundAs: null,
  externalId: null,
  ...from,
});

/** All copies that ever were, and the lines about them. */
class County {
  readonly copies: Copy[] = [];
  readonly lines: Movement[] = [];

  enter(schoolId: SchoolId, from: Partial<Copy>): void {
    const copy = enteredAt(schoolId, this.copies.length + 1, from);
    this.copies.push(copy);
    this.lines.push(accessionOf(copy));
  }

  reprice(at: number, priceFen: number | null, corrects: number | null): void {
    this.change(at, (copy) => {
      const after = changedCopy(copy, { priceFen }, null);
      const line =
        corrects === null
          ? repriceOf(copy, after)
          : correctionOf(copy, after, { line: corrects, note: null });
      if (line !== null) this.lines.push(line);
      return after;
    });
  }

  withdraw(at: number): void {
    this.change(at, (copy) => {
      const after = changedCopy(copy, { stockState: 'withdrawn' }, { on: day, why: 'damaged' });
      this.lines.push(withdrawalOf(after));
      return after;
    });
  }

  reclass(at: number, clc: string | null): void {
    this.change(at, (copy) => {
      const after = reclassified(copy, clc, clc === null ? null : '1');
      this.lines.push(...reclassificationOf(copy, after));
      return after;
    });
  }

  transfer(at: number): void {
    const copy = this.standing(at);
    if (copy === undefined) return;
    this.withdraw(at);
    const there = schools.find((schoolId) => schoolId !== copy.schoolId) ?? copy.schoolId;
    this.enter(there, { clc: copy.clc, priceFen: copy.priceFen });
  }

  private standing(at: number): Copy | undefined {
    const copies = this.copies.filter(({ withdrawn }) => withdrawn === null);
    return copies[at % Math.max(1, copies.length)];
  }

  private change(at: number, to: (copy: Copy) => Copy): void {
    const copy = this.standing(at);
    if (copy !== undefined) this.copies[this.copies.indexOf(copy)] = to(copy);
  }
}

type Act = (county: County) => void;
const at = fc.nat({ max: 40 });
const clc = fc.constantFrom(...classes);
const price = fc.option(fc.nat({ max: 99_900 }));
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...schools), clc, price).map(([school, into, priceFen]): Act => (county) => county.enter(school, { clc: into, priceFen })) },
  { weight: 2, arbitrary: fc.tuple(at, price, fc.option(fc.constant(1))).map(([copy, priceFen, line]): Act => (county) => county.reprice(copy, priceFen, line)) },
  { weight: 2, arbitrary: at.map((copy): Act => (county) => county.withdraw(copy)) },
  { weight: 2, arbitrary: fc.tuple(at, clc).map(([copy, into]): Act => (county) => county.reclass(copy, into)) },
  { weight: 2, arbitrary: at.map((copy): Act => (county) => county.transfer(copy)) },
); // prettier-ignore

type Sum = { volumes: number; fen: number };
const summed = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string, of: (thing: Thing) => Sum) => {
  const sums = new Map<string, Sum>();
  for (const thing of things) {
    const sum = sums.get(keyOf(thing)) ?? { volumes: 0, fen: 0 };
    const { volumes, fen } = of(thing);
    sums.set(keyOf(thing), { volumes: sum.volumes + volumes, fen: sum.fen + fen });
  }
  return Object.fromEntries([...sums].filter(([, { volumes, fen }]) => volumes !== 0 || fen !== 0));
}; // prettier-ignore
const worth = ({ priceFen }: Copy): Sum => ({ volumes: 1, fen: priceFen ?? 0 });
const own = ({ volumes, fen }: Movement): Sum => ({ volumes, fen });
const placeOf = ({ schoolId, clc: of }: Pick<Copy, 'schoolId' | 'clc'>): string => `${schoolId} ${of ?? '-'}`;

describe('the lines of the registers', () => {
  it('add up to the copies that stand, in each school and class, after any history of 10,000', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (history) => {
        const county = new County();
        for (const step of history) step(county);
        const standing = county.copies.filter(({ withdrawn }) => withdrawn === null);
        const { lines } = county;
        expect(summed(lines, ({ copy }) => copy.schoolId, own)).toEqual(
          summed(standing, ({ schoolId }) => schoolId, worth),
        );
        expect(summed(lines, ({ copy }) => placeOf(copy), own)).toEqual(summed(standing, placeOf, worth));
        const of = (kind: Movement['kind']): number => lines.filter((line) => line.kind === kind).length;
        expect(of('accession') - of('withdrawal')).toBe(standing.length);
        expect(of('reclassified-out')).toBe(of('reclassified-in'));
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);
});
