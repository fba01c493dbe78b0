import type { Moment } from '@shulian/lending-rules/calendar/day';
import { atHome, inTheRoom, overdueLoans } from '@shulian/lending-rules/desk/borrower';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { decide, type Reason } from '@shulian/lending-rules/desk/reason';
import { checkOutRefusals } from '@shulian/lending-rules/lending/check-out-refusals';
import { outsideSlotOf, type ClassRotation } from '@shulian/lending-rules/policy/class-slots';
import { wallTimeAt } from '@shulian/lending-rules/policy/lending-windows';
import type { PolicyVersion } from '@shulian/lending-rules/policy/loan-policy';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';

/** How a reader stands before a copy is in hand. */
export type ReaderStanding = {
  /** At home. */
  readonly openLoans: number;
  readonly inRoomLoans: number;
  readonly overdueLoans: number;
  readonly compensationsOwed: number;
  readonly notesOwed: number;
  /** null: no rule gives one. */
  readonly limit: number | null;
  readonly mayBorrow: boolean;
  readonly reasons: readonly Reason[];
};

/** What a desk would say of the reader at this moment, whatever the copy: the same reasons as for a checkout. */
export function standingAtDesk(
  reader: BorrowerAtDesk,
  {
    versions,
    rotations,
  }: { readonly versions: readonly PolicyVersion[]; readonly rotations: readonly ClassRotation[] },
  moment: Moment,
): ReaderStanding {
  const policy = policyOn(versions, moment.on, {
    readerKind: reader.kind,
    grade: reader.grade,
    classId: reader.classId,
    copyKind: null,
  });
  const reasons = checkOutRefusals({
    scanned: { is: 'unknown' },
    borrower: reader,
    lendsTo: reader.who.kind,
    inRoom: false,
    policy,
    due: null,
    today: moment.on,
    at: (policy.windows?.value ?? null) === null ? null : wallTimeAt(moment.at, moment.zone),
    ...outsideSlotOf(rotations, reader, moment),
    overridable: new Set(),
  }).filter(({ code }) => code !== 'copy.unknown');
  return {
    openLoans: atHome(reader.borrower).length,
    inRoomLoans: inTheRoom(reader.borrower).length,
    overdueLoans: overdueLoans(reader.borrower, moment.on).length,
    compensationsOwed: reader.borrower.compensationsOwed,
    // One accepted note opens the gate again, however many loans went by.
    notesOwed: reasons.some(({ code }) => code === 'reader.owes-reading-note') ? 1 : 0,
    limit: policy.loanLimit?.value ?? null,
    mayBorrow: decide(reasons, []).outcome === 'allow',
    reasons,
  };
}
