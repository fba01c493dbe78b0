import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  CopyLostOnWayV1,
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import type { CopyId } from '@shulian/contracts/ids';
import type { LendingState } from '@shulian/contracts/words';
import { knownLendingAfter, type KnownLending } from './known-lending.projection.js';

type LendingEvent = LoanCheckedOutV1 | LoanReturnedV1 | CopyLostV1 | CopyLostOnWayV1 | CopyReleasedV1;
const copyId = '01990000-0000-7000-8000-000000000001' as CopyId;

/** What circulation does with a copy, and where it has it afterwards. */
const acts = {
  lend: {
    type: 'shulian.circulation.loan.checked-out.v1',
    data: { loanedOn: '2026-10-12' },
    state: 'on-loan',
  },
  lose: { type: 'shulian.circulation.copy.lost.v1', data: {}, state: 'lost' },
  lostOnWay: { type: 'shulian.circulation.copy.lost-on-way.v1', data: {}, state: 'lost' },
  toShelf: { type: 'shulian.circulation.loan.returned.v1', data: { next: 'shelf' }, state: 'in' },
  toHold: { type: 'shulian.circulation.loan.returned.v1', data: { next: 'hold' }, state: 'hold-shelf' },
  home: { type: 'shulian.circulation.loan.returned.v1', data: { next: 'transfer' }, state: 'in-transit' },
  struck: { type: 'shulian.circulation.loan.returned.v1', data: { next: 'withdrawn' }, state: 'in' },
  found: { type: 'shulian.circulation.copy.released.v1', data: { next: 'shelf' }, state: 'in' },
  putAside: { type: 'shulian.circulation.copy.released.v1', data: { next: 'hold' }, state: 'hold-shelf' },
  sent: { type: 'shulian.circulation.copy.released.v1', data: { next: 'transfer' }, state: 'in-transit' },
} as const satisfies Record<string, { type: string; data: object; state: LendingState }>;

const history = fc.array(fc.constantFrom(...Object.values(acts)), { minLength: 1, maxLength: 12 });

const eventOf = ({ type, data }: (typeof acts)[keyof typeof acts], at: number): LendingEvent =>
  ({ type, aggregateversion: at + 1, data: { ...data, copyId } }) as unknown as LendingEvent;

const after = (events: readonly LendingEvent[]): KnownLending | null =>
  events.reduce<KnownLending | null>((known, event) => knownLendingAfter(event, known) ?? known, null);

describe('where the catalogue knows a copy to be', () => {
  it('is where circulation has it after any history, in any order and with repetitions', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.nat(), { maxLength: 6 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        (told, again, places) => {
          const events = told.map(eventOf);
          const repeated = again.flatMap((at) => events[at % events.length] ?? []);
          const dealt = [...events, ...repeated]
            .map((event, at) => ({ event, place: places[at] ?? 0 }))
            .sort((one, other) => one.place - other.place)
            .map(({ event }) => event);
          expect(after(dealt)).toMatchObject({ copyId, version: told.length, state: told.at(-1)?.state });
        },
      ),
    );
  });

  it('keeps the day on which it was last lent, through returns and losses', () => {
    const { lend, toShelf, lose } = acts;
    expect(after([lend, toShelf, lose].map(eventOf))).toMatchObject({ state: 'lost', lentOn: '2026-10-12' });
    expect(after([toShelf].map(eventOf))).toMatchObject({ lentOn: null });
  });

  it('does not move when the whole log is read again, from its start or from anywhere', () => {
    fc.assert(
      fc.property(history, fc.nat(), (told, from) => {
        const events = told.map(eventOf);
        expect(after([...events, ...events.slice(from % events.length)])).toEqual(after(events));
      }),
    );
  });
});
