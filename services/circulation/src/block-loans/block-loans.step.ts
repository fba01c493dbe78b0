import { Injectable } from '@nestjs/common';
import type { Announcement } from '@shulian/contracts/envelope';
import type { CalendarDay, LoanId, SchoolId } from '@shulian/contracts/ids';
import type { Moment } from '@shulian/lending-rules/calendar/day';
import { normalBarcode } from '@shulian/lending-rules/desk/barcode';
import type { BorrowerAtDesk } from '@shulian/lending-rules/desk/borrower-at-desk';
import { withoutLoan, type Borrower } from '@shulian/lending-rules/desk/borrower';
import { closed, daysLate, type Loan } from '@shulian/lending-rules/desk/loan';
import { takenBack } from '@shulian/lending-rules/lending/taken-back';
import type { WhoBorrows } from '@shulian/lending-rules/desk/who-borrows';
import { Clock, conflict, invalid, newId, Refused, type Caller, type Tx } from '@shulian/service-kit';
import { ClaimsOnCopies } from '../desk/claims-on-copies.step.js';
import { DeskArrivals, NOTHING_SOUGHT } from '../desk/desk-arrivals.query.js';
import { loanCheckedOut, loanReturned } from '../desk/loan.events.js';
import { LoansRepository } from '../desk/loans.repository.js';
import { lockInOrder } from '../desk/lock-in-order.step.js';
import { SchoolRulesFacts, type SchoolRules } from '../policies/school-rules.facts.js';
import { BlockEffects, type BlockChange, type NewManifest } from './block.effects.js';
import { BlockFacts, type FoundForBlock } from './block.facts.js';
import {
  borrowerRefusals,
  elsewhereRefusals,
  lentInBlock,
  libraryRefusals,
  policyFor,
  unknownBorrower,
  unknownCopies,
  usualDueDay,
  type BlockPurpose,
  type CopyOfBlock,
} from './rules/block.js';

/** Where a block goes. */
export type Destination = {
  readonly purpose: BlockPurpose;
  readonly targetId: string | null;
  readonly who: WhoBorrows;
  readonly place: string | null;
  readonly note: string | null;
  /** null: as usual. */
  readonly dueOn: CalendarDay | null;
};

/** Copies that go together. */
export type Part = {
  readonly barcodes: readonly string[];
  /** null: from the shelves of the library. */
  readonly from: {
    readonly id: string | null;
    readonly who: WhoBorrows;
    readonly standsThere: (copy: CopyOfBlock) => boolean;
  } | null;
  /** null: back to the library. */
  readonly to: Destination | null;
};

/** Scanned barcodes in plain form, each once. */
export const plainBarcodes = (scanned: readonly string[]): string[] => [
  ...new Set(scanned.map(normalBarcode)),
];

/**
 * Blocks of copies go out, come back and change hands: all or nothing, in the caller's transaction. One read with the locks,
 * one write with the events, however many copies; only what comes back or changes hands needs its loans read, too.
 */
@Injectable()
export class BlockLoans {
  constructor(
    private readonly clock: Clock,
    private readonly claims: ClaimsOnCopies,
    private readonly arrivals: DeskArrivals,
  ) {}

  /** Waits, outside any transaction, for a class that may be on its way. @returns whether the school has it */
  async hasClass(schoolId: SchoolId, classId: string): Promise<boolean> {
    const sought = { ...NOTHING_SOUGHT, classId };
    return this.arrivals.wait(sought, ({ schoolClass }) => schoolClass?.schoolId === schoolId);
  }

  /** Waits for the copy that was entered last. */
  async arrivalOf(barcodes: readonly string[]): Promise<void> {
    const barcode = plainBarcodes(barcodes).at(-1);
    if (barcode !== undefined)
      await this.arrivals.wait({ ...NOTHING_SOUGHT, barcode }, ({ barcodeIsKnown }) => barcodeIsKnown);
  }

  /**
   * @returns the documents, one for each destination
   * @throws Refused 409 `block.refused` with every reason at once; Problem 409 `block.due-day-needed`, 400 for a due day that is past
   */
  async move(tx: Tx, caller: Caller, schoolId: SchoolId, parts: readonly Part[]): Promise<string[]> {
    const moment: Moment = { at: this.clock.instant(), on: this.clock.today(), zone: this.clock.zone };
    const who = parts.flatMap(({ from, to }) => [...(from === null ? [] : [from.who.id]), ...(to === null ? [] : [to.who.id])]); // prettier-ignore
    const barcodes = plainBarcodes(parts.flatMap((part) => part.barcodes));
    const found = await tx.use(BlockFacts).locked(schoolId, barcodes, [...new Set(who)], moment.on);
    const rules = await tx.use(SchoolRulesFacts).of(schoolId, found.stamps);
    refuse(parts, found, rules, schoolId, moment.on);
    const moved = new Moved(found, rules, schoolId, moment);
    const leaving = parts.flatMap((part) => (part.from === null ? [] : copiesOf(part, found)));
    const loans = leaving.length === 0 ? [] : await tx.use(LoansRepository).openOf(leaving.map(({ copyId }) => copyId)); // prettier-ignore
    const loanOf = new Map(loans.map((loan) => [loan.copyId, loan]));
    for (const part of parts) moved.take(part, loanOf);
    await this.serveWhoWaits(tx, parts, found);
    await tx.use(BlockEffects).change(moved.change(caller.id));
    return moved.manifests.map(({ id }) => id);
  }

  /** After the commit: who waits for what came back is looked at. */
  afterCommit(): void {
    this.claims.afterCommit();
  }

  /** With the queues locked nobody joins one unseen while its copy goes back to the shelf. */
  private async serveWhoWaits(tx: Tx, parts: readonly Part[], found: FoundForBlock): Promise<void> {
    const titles = parts.flatMap((part) =>
      part.to === null ? copiesOf(part, found).map(({ titleId }) => titleId) : [],
    );
    if (titles.length === 0) return;
    const { queues } = await lockInOrder(tx, { queues: [...new Set(titles)] });
    for (const { titleId, waiting } of queues.values())
      if (waiting > 0) await this.claims.lookAgainAt(tx, titleId);
  }
}

function copiesOf({ barcodes }: Part, { copies }: FoundForBlock): CopyOfBlock[] {
  const asked = new Set(plainBarcodes(barcodes));
  return copies.filter(({ barcode }) => asked.has(barcode));
}

/** The borrower of the school; one of another is unknown here. */
function borrowerOf(
  { who }: { who: WhoBorrows },
  { borrowers }: FoundForBlock,
  schoolId: SchoolId,
): BorrowerAtDesk | null {
  const atDesk = borrowers.get(who.id);
  return atDesk?.who.kind === who.kind && atDesk.schoolId === schoolId ? atDesk : null;
}

function refuse(
  parts: readonly Part[],
  found: FoundForBlock,
  rules: SchoolRules,
  schoolId: SchoolId,
  today: CalendarDay,
): void {
  const reasons = parts.flatMap((part) => {
    const copies = copiesOf(part, found);
    const atDesk = part.to === null ? null : borrowerOf(part.to, found, schoolId);
    return [
      ...unknownCopies(plainBarcodes(part.barcodes), copies),
      ...(part.from === null ? libraryRefusals(copies) : elsewhereRefusals(copies, part.from.standsThere)),
      ...(part.to === null
        ? []
        : atDesk === null
          ? [unknownBorrower(part.to.who)]
          : borrowerRefusals(
              atDesk,
              part.to.purpose,
              copies.length,
              policyFor(rules.versions, atDesk, today),
              today,
            )),
    ];
  });
  if (reasons.length > 0) throw new Refused('block.refused', reasons);
}

/** What the parts make of copies, loans and borrowers, one after the other. */
class Moved {
  readonly manifests: NewManifest[] = [];
  private readonly ended: Loan[] = [];
  private readonly announcements: Announcement[] = [];
  private readonly copies = new Map<string, BlockChange['copies'][number]>();
  private readonly borrowers = new Map<WhoBorrows['id'], Borrower>();
  private readonly documentOf = new Map<
    Destination,
    { readonly at: number; readonly manifest: NewManifest }
  >();

  constructor(
    private readonly found: FoundForBlock,
    private readonly rules: SchoolRules,
    private readonly schoolId: SchoolId,
    private readonly moment: Moment,
  ) {}

  take(part: Part, loanOf: ReadonlyMap<string, Loan>): void {
    const copies = copiesOf(part, this.found);
    if (part.from !== null) for (const copy of copies) this.end(copy, loanOf.get(copy.copyId), part);
    if (part.to !== null) this.lend(part, part.to, copies);
  }

  change(by: string): BlockChange {
    const { ended, manifests, borrowers, announcements } = this;
    return { ended, manifests, borrowers, announcements, copies: [...this.copies.values()], by };
  }

  private end(copy: CopyOfBlock, open: Loan | undefined, { to }: Part): void {
    if (open === undefined) throw new Error('a copy that is lent has a loan');
    const { moment, schoolId } = this;
    // What goes on to the next class does not come by the shelf.
    const back = to === null ? takenBack({ ...copy, loan: open }, schoolId, false, moment) : null;
    const loan = back?.loan ?? closed(open, 'returned', moment, schoolId);
    const late = loan.dueOn < moment.on ? daysLate(loan.dueOn, moment.on, this.rules.calendar) : 0;
    const version = copy.version + 1;
    this.ended.push(loan);
    this.announcements.push(loanReturned(loan, back?.next ?? 'shelf', late, version));
    this.copies.set(copy.copyId, { copyId: copy.copyId, version, state: back?.state ?? 'in', loanId: null });
    this.borrowers.set(loan.borrower.id, withoutLoan(this.borrowerNow(loan.borrower), loan.id));
  }

  private lend(part: Part, to: Destination, copies: readonly CopyOfBlock[]): void {
    const { moment, schoolId, rules } = this;
    const atDesk = borrowerOf(to, this.found, schoolId);
    if (atDesk === null) throw new Error('an unknown borrower is refused before');
    const policy = policyFor(rules.versions, atDesk, moment.on);
    const dueOn = to.dueOn ?? usualDueDay(to.purpose, policy, rules.calendar, moment.on);
    if (dueOn === null) throw conflict('block.due-day-needed');
    if (dueOn <= moment.on) throw invalid({ pointer: '/dueOn', code: 'past' });
    const { loans, borrower } = lentInBlock(
      copies,
      { ...atDesk, borrower: this.borrowerNow(to.who) },
      { purpose: to.purpose, dueOn, schoolId },
      moment,
      () => newId<LoanId>(),
    );
    this.borrowers.set(to.who.id, borrower);
    for (const loan of loans) {
      const before = this.copies.get(loan.copyId)?.version ?? copies.find(({ copyId }) => copyId === loan.copyId)?.version ?? 0; // prettier-ignore
      const version = before + 1;
      this.announcements.push(loanCheckedOut(loan, version));
      this.copies.set(loan.copyId, { copyId: loan.copyId, version, state: 'on-loan', loanId: loan.id });
    }
    this.document(to, loans, dueOn, part.from?.id ?? null);
  }

  /** Parts that go to one destination go by one document. */
  private document(to: Destination, loans: readonly Loan[], dueOn: CalendarDay, fromId: string | null): void {
    const begun = this.documentOf.get(to);
    if (begun !== undefined) {
      this.manifests[begun.at] = { ...begun.manifest, loans: [...begun.manifest.loans, ...loans] };
      return;
    }
    const { purpose, targetId, who, place, note } = to;
    const { schoolId, moment } = this;
    const manifest = {
      id: newId(),
      schoolId,
      purpose,
      targetId,
      who,
      fromId,
      place,
      note,
      sentOn: moment.on,
      dueOn,
      loans,
    };
    this.documentOf.set(to, { at: this.manifests.push(manifest) - 1, manifest });
  }

  private borrowerNow({ id }: WhoBorrows): Borrower {
    const now = this.borrowers.get(id) ?? this.found.borrowers.get(id)?.borrower;
    if (now === undefined) throw new Error('who has the copies was not locked');
    return now;
  }
}
