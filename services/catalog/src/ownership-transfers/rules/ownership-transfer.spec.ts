import { describe, expect, it } from '@jest/globals';
import type { CalendarDay, CopyId, OwnershipTransferId, SchoolId } from '@shulian/contracts/ids';
import { LENDING_STATES, STOCK_STATES } from '@shulian/contracts/words';
import {
  decidingSchoolOf,
  ended,
  transferRefusals,
  type CopyToTransfer,
  type OwnershipTransfer,
} from './ownership-transfer.js';

const transfer: OwnershipTransfer = {
  id: 't' as OwnershipTransferId,
  fromSchoolId: 'from' as SchoolId,
  toSchoolId: 'to' as SchoolId,
  documentNumber: null,
  note: null,
  askedOn: '2026-10-12' as CalendarDay,
  askedBy: 'a',
  state: 'asked',
  decided: null,
};
const decision = { on: '2026-10-13' as CalendarDay, by: 'b', note: null };
const aCopy = (other: Partial<CopyToTransfer>): CopyToTransfer => ({
  id: 'c' as CopyId,
  stockState: 'lendable',
  lending: 'in',
  promised: false,
  ...other,
});

describe('a transfer between schools', () => {
  it('is taken back by the sender, accepted or refused by the receiver', () => {
    expect(decidingSchoolOf(transfer, 'cancelled')).toBe('from');
    expect(decidingSchoolOf(transfer, 'accepted')).toBe('to');
    expect(decidingSchoolOf(transfer, 'refused')).toBe('to');
  });

  it.each(['accepted', 'refused', 'cancelled'] as const)('ends once: after %s nothing more', (state) => {
    const now = ended(transfer, state, decision);
    expect(now).toEqual({ ...transfer, state, decided: decision });
    if (now === null) throw new Error('it did not end');
    for (const again of ['accepted', 'refused', 'cancelled'] as const)
      expect(ended(now, again, decision)).toBeNull();
  });

  it.each(STOCK_STATES)('of a copy that is in and %s is refused only if it is struck or missing', (state) => {
    const codes = transferRefusals([aCopy({ stockState: state })]).map(({ code }) => code);
    expect(codes).toEqual(
      state === 'withdrawn' ? ['copy.withdrawn'] : state === 'missing' ? ['copy.missing'] : [],
    );
  });

  it.each(LENDING_STATES)('of a copy that circulation has %s is refused unless it is in', (lending) => {
    expect(transferRefusals([aCopy({ lending })])).toEqual(
      lending === 'in' ? [] : [{ code: 'copy.on-loan', facts: { copyId: 'c', lending } }],
    );
  });

  it('names every copy that stands in the way, and not those that do not', () => {
    const copies = [
      aCopy({ id: '1' as CopyId }),
      aCopy({ id: '2' as CopyId, promised: true }),
      aCopy({ id: '3' as CopyId, lending: 'hold-shelf' }),
    ];
    expect(transferRefusals(copies).map(({ facts }) => facts.copyId)).toEqual(['2', '3']);
  });
});
