import { Injectable } from '@nestjs/common';
import { overridableBy, reachesSchool } from '@shulian/contracts/access';
import type { CalendarDay, ReaderId, SchoolClassId } from '@shulian/contracts/ids';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import type { AskedAtDesk } from '@shulian/lending-rules/lending/check-out';
import { Clock, denied, type Caller, type Tx } from '@shulian/service-kit';
import { CardsAtDesk } from '../desk/cards-at-desk.step.js';
import { DeskArrivals, NOTHING_SOUGHT } from '../desk/desk-arrivals.query.js';
import { canKnowClass, canKnowReader, reachesBorrower } from '../desk/desk-rights.step.js';
import { ReadersAtDeskFacts } from '../desk/readers-at-desk.facts.js';
import type { DeskLookUp } from './check-out.facts.js';
import type { GatheredForCheckOut } from './check-out.row.js';
import type { CheckOutAsked } from './loans.http.js';

/** What is scanned at a desk, and what its caller may see of it. */
@Injectable()
export class DeskLookUps {
  constructor(
    private readonly cards: CardsAtDesk,
    private readonly arrivals: DeskArrivals,
    private readonly clock: Clock,
  ) {}

  moment(): Moment {
    return { at: this.clock.instant(), on: this.clock.today(), zone: this.clock.zone };
  }

  /** @throws Problem 403 for a desk of a school out of reach */
  of(caller: Caller, input: CheckOutAsked): DeskLookUp {
    const schoolId = caller.schoolFor(input.schoolId);
    const { cardNumber, classId } = input;
    return {
      schoolId,
      barcode: normalBarcode(input.copyBarcode),
      cardKeys: cardNumber === undefined ? null : this.cards.keysOf(caller, schoolId, cardNumber),
      readerId:
        cardNumber === undefined ? ((input.readerId?.toLowerCase() ?? null) as ReaderId | null) : null,
      classId: (classId?.toLowerCase() ?? null) as SchoolClassId | null,
    };
  }

  /** The same look with the card as the school of the reader knows it for whom the copy lies ready. */
  async asGuest(
    tx: Tx,
    look: DeskLookUp,
    cardNumber: string,
    readerId: ReaderId,
    today: CalendarDay,
  ): Promise<DeskLookUp> {
    const reader = (await tx.use(ReadersAtDeskFacts).byIds([readerId], today)).get(readerId);
    if (reader === undefined) return look;
    return {
      ...look,
      cardKeys: [...(look.cardKeys ?? []), this.cards.keyAt(reader.schoolId, cardNumber)],
    };
  }

  /** Waits, outside any transaction, for what may be on its way (decision 9). @returns whether it came */
  async arrival(caller: Caller, input: CheckOutAsked): Promise<boolean> {
    await this.cards.refresh(caller);
    const { barcode, readerId, cardKeys, classId } = this.of(caller, input);
    return this.arrivals.wait(
      { ...NOTHING_SOUGHT, barcode, readerId, cardKeys, classId },
      ({ barcodeIsKnown, reader, schoolClass }) =>
        barcodeIsKnown &&
        (classId === null ? canKnowReader(caller, reader) : canKnowClass(caller, schoolClass)),
    );
  }

  /** @returns whether it came */
  arrivalOfCopy(barcode: string): Promise<boolean> {
    return this.arrivals.wait({ ...NOTHING_SOUGHT, barcode }, ({ barcodeIsKnown }) => barcodeIsKnown);
  }

  /**
   * What the caller may know of: a reader of another school is unknown here, one of another class of the school is
   * none of the caller's business. @throws Problem 403 for the latter
   */
  visibleTo(caller: Caller, input: CheckOutAsked, found: GatheredForCheckOut): AskedAtDesk {
    const { borrower } = found;
    const visible =
      borrower !== null && (reachesBorrower(caller, borrower) || isKeptFor(found.scanned, borrower.who.id));
    if (borrower !== null && !visible && caller.mayWorkAt(borrower.schoolId)) throw denied();
    return {
      scanned: this.scannedFor(caller, found),
      borrower: visible ? borrower : null,
      lendsTo: input.classId === undefined ? 'reader' : 'class',
      inRoom: input.mode === 'in-room',
      overrides: input.overrides ?? [],
      overridable: overridableFor(caller),
    };
  }

  /** Who has a copy is told to the school that lent it, and to whoever may see its borrower. */
  private scannedFor(caller: Caller, { scanned, openLoan }: GatheredForCheckOut): AskedAtDesk['scanned'] {
    if (scanned.is !== 'here' || scanned.copy.onLoanTo === null || openLoan === null) return scanned;
    const { lendingSchoolId, borrowerSchoolId: schoolId, classId } = openLoan;
    const mayKnow =
      reachesSchool(caller.reach, lendingSchoolId) ||
      reachesBorrower(caller, { who: scanned.copy.onLoanTo, schoolId, classId });
    return mayKnow ? scanned : { is: 'here', copy: { ...scanned.copy, onLoanTo: null } };
  }
}

/** Who picks up at another school than the own one is known to its desk by the copy that lies ready there, and for it alone. */
const isKeptFor = (scanned: AskedAtDesk['scanned'], readerId: string): boolean =>
  scanned.is === 'here' && scanned.copy.lendingState === 'hold-shelf' && scanned.copy.heldFor === readerId;

const overridable = new WeakMap<Caller, ReadonlySet<string>>();

/** The codes a caller may override; a client counts as a device of the school. */
function overridableFor(caller: Caller): ReadonlySet<string> {
  let codes = overridable.get(caller);
  if (codes === undefined) {
    const roles = caller.claims.kind === 'client' ? new Set(['device']) : caller.reach.roles;
    codes = new Set(
      Object.entries(overridableBy).flatMap(([code, by]) =>
        by.some((role) => roles.has(role)) ? [code] : [],
      ),
    );
    overridable.set(caller, codes);
  }
  return codes;
}
