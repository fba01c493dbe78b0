import { Injectable } from '@nestjs/common';
import { reachesReader } from '@shulian/contracts/access';
import type { CopyId, HoldId, SchoolId, TitleId } from '@shulian/contracts/ids';
import { policyOn } from '@shulian/lending-rules/policy/policy-on-day';
import {
  Clock,
  denied,
  newId,
  OncePerKey,
  Refused,
  unknownReference,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import { BorrowersRepository } from '../desk/borrowers.repository.js';
import { CardsAtDesk } from '../desk/cards-at-desk.step.js';
import { CatalogueFacts } from '../desk/catalogue.facts.js';
import { DeskArrivals, NOTHING_SOUGHT, type Arrived, type Sought } from '../desk/desk-arrivals.query.js';
import { canKnowReader } from '../desk/desk-rights.step.js';
import { LentCopiesRepository } from '../desk/lent-copies.repository.js';
import { lockInOrder, queueOf } from '../desk/lock-in-order.step.js';
import { QueuesRepository } from '../desk/queues.repository.js';
import { ReadersAtDeskFacts } from '../desk/readers-at-desk.facts.js';
import { SchoolRulesFacts } from '../policies/school-rules.facts.js';
import { askOtherSchools } from './ask-other-schools.step.js';
import { HoldMoved } from './end-hold.step.js';
import { LendingSharesRepository } from '../lending-shares/lending-shares.repository.js';
import { holdPlaced } from './hold.events.js';
import { toHoldView, type HoldAsked, type HoldView } from './holds.http.js';
import { HoldsRepository } from './holds.repository.js';
import { OtherSchoolsFacts } from './other-schools.facts.js';
import { ReviewHolds } from './review-holds.worker.js';
import { holdRefusals } from './rules/hold-refusals.js';
import { copyOf, type Hold } from './rules/hold.js';
import { serveWaiting } from './serve-waiting.step.js';

/** What a hold refers to, once it has arrived here. */
type Wanted = { readonly titleId: TitleId; readonly reader: NonNullable<Arrived['reader']> };

type Asked = { readonly wanted: Wanted; readonly copyId: CopyId | null; readonly pickupSchoolId: SchoolId };

/** A reader waits for a title or a copy; a copy that lies free at the school of the pickup is put aside at once. */
@Injectable()
export class PlaceHold {
  constructor(
    private readonly once: OncePerKey,
    private readonly arrivals: DeskArrivals,
    private readonly cards: CardsAtDesk,
    private readonly clock: Clock,
    private readonly reviews: ReviewHolds,
  ) {}

  /** @throws Refused 409 `hold.refused`; Problem 422 for ids that do not exist, 403 for a pickup at a school that lends to no other */
  async execute(caller: Caller, input: HoldAsked, request: DeskRequest | null): Promise<Answer> {
    const wanted = await this.arrived(caller, input);
    const { reader } = wanted;
    if (!reachesReader(caller.reach, reader)) throw denied();
    const pickupSchoolId = (input.pickupSchoolId?.toLowerCase() ?? reader.schoolId) as SchoolId;
    const copyId = (input.copyId?.toLowerCase() ?? null) as CopyId | null;
    const answer = await this.once.run(request, 201, (tx) =>
      this.place(tx, { wanted, copyId, pickupSchoolId }, caller),
    );
    // A free copy that somebody had in hand at this moment.
    this.reviews.poke();
    return answer;
  }

  /** Waits, outside any transaction, for what may be on its way; for a reader of another school as for one who is none. */
  private async arrived(caller: Caller, input: HoldAsked): Promise<Wanted> {
    const sought = {
      ...NOTHING_SOUGHT,
      titleId: input.titleId ?? null,
      copyId: input.copyId ?? null,
      ...this.readerSought(caller, input),
    };
    const isEnough = ({ titleId, reader }: Arrived): boolean =>
      titleId !== null && canKnowReader(caller, reader);
    let found = await this.arrivals.now(sought);
    if (!isEnough(found)) {
      await this.arrivals.wait(sought, isEnough);
      found = await this.arrivals.now(sought);
    }
    const { titleId, reader } = found;
    if (titleId === null) throw unknownReference(sought.copyId === null ? '/titleId' : '/copyId');
    if (reader === null || !canKnowReader(caller, reader))
      throw unknownReference(input.readerId === undefined ? '/cardNumber' : '/readerId');
    return { titleId, reader };
  }

  private readerSought(caller: Caller, input: HoldAsked): Pick<Sought, 'readerId' | 'cardKeys'> {
    const { readerId, cardNumber } = input;
    return readerId === undefined && cardNumber !== undefined
      ? { readerId: null, cardKeys: this.cards.keysOf(caller, caller.schoolFor(input.schoolId), cardNumber) }
      : { readerId: readerId ?? null, cardKeys: null };
  }

  private async place(tx: Tx, input: Asked, caller: Caller): Promise<HoldView> {
    const today = this.clock.today();
    const { reader } = input.wanted;
    await refuseForeignPickup(tx, caller, reader.schoolId, input.pickupSchoolId);
    const titleId = await tx.use(CatalogueFacts).titleNow(input.wanted.titleId);
    const borrower = (await lockInOrder(tx, { borrowers: [reader.readerId] })).borrowers.get(reader.readerId);
    // As the desk sees the reader: with the class of today, and gone when that has graduated.
    const known = (await tx.use(ReadersAtDeskFacts).byIds([reader.readerId], today)).get(reader.readerId);
    if (borrower === undefined || known === undefined) throw unknownReference('/readerId');
    const queue = queueOf(await lockInOrder(tx, { queues: [titleId] }), titleId);
    if ((await tx.use(CatalogueFacts).titleNow(titleId)) !== titleId) throw new HoldMoved();
    const rules = await tx.use(SchoolRulesFacts).of(input.pickupSchoolId);
    const policy = policyOn(rules.versions, today, {
      readerKind: known.kind,
      grade: known.grade,
      classId: known.classId,
      copyKind: null,
    });
    const refusals = holdRefusals({
      standing: known.standing,
      suspended: known.suspended,
      openHolds: borrower.openHolds,
      holdLimit: policy.holdLimit ?? null,
      waitsAlready: (await tx.use(HoldsRepository).openOf(reader.readerId, titleId)).length > 0,
      hasOnLoan: borrower.openLoans.some((loan) => loan.titleId === titleId),
      copies: await copiesFor(tx, titleId, input),
      today,
    });
    if (refusals.length > 0) throw new Refused('hold.refused', refusals);

    const hold = this.newHold(input, titleId);
    await tx.use(HoldsRepository).add(hold, caller.id);
    queue.version += 1;
    queue.waiting += 1;
    await tx.use(BorrowersRepository).save(reader.readerId, {
      ...borrower,
      version: borrower.version + 1,
      openHolds: borrower.openHolds + 1,
    });
    const placed = holdPlaced(hold, queue.version);
    const { ready, announcements } = await serveWaiting(tx, queue, input.pickupSchoolId, today);
    const now = ready.find(({ id }) => id === hold.id) ?? hold;
    const asked = now === hold ? await askOtherSchools(tx, queue, input.pickupSchoolId, today) : [];
    await tx.use(QueuesRepository).save(queue);
    await tx.outbox.append(placed, ...announcements, ...asked);
    const { title, copyBarcode, callNumber } = await tx.use(CatalogueFacts).shown(titleId, copyOf(now));
    return toHoldView(
      now,
      await tx.use(HoldsRepository).placeOf(hold),
      { title, copyBarcode, callNumber },
      await tx.use(OtherSchoolsFacts).wayTo(hold.id),
    );
  }

  private newHold({ wanted, copyId, pickupSchoolId }: Asked, titleId: TitleId): Hold {
    return {
      id: newId<HoldId>(),
      titleId,
      wantedCopyId: copyId,
      readerId: wanted.reader.readerId,
      readerSchoolId: wanted.reader.schoolId,
      pickupSchoolId,
      placedAt: this.clock.instant(),
      suspended: null,
      state: { is: 'waiting' },
    };
  }
}

/** Elsewhere than at the own school a reader picks up where both schools lend to each other. @throws Problem 403 */
async function refuseForeignPickup(
  tx: Tx,
  caller: Caller,
  readerSchoolId: SchoolId,
  pickupSchoolId: SchoolId,
): Promise<void> {
  if (pickupSchoolId === readerSchoolId || caller.mayWorkAt(pickupSchoolId)) return;
  const shares = tx.use(LendingSharesRepository);
  for (const schoolId of [readerSchoolId, pickupSchoolId])
    if (!(await shares.of(schoolId)).open) throw denied();
}

/** Those of the school of the pickup; without any to lend, those of schools that lend to it. */
async function copiesFor(
  tx: Tx,
  titleId: TitleId,
  { pickupSchoolId, copyId }: Asked,
): Promise<{ readonly toLend: number; readonly inRoom: number }> {
  const here = await tx.use(LentCopiesRepository).countFor(titleId, pickupSchoolId, copyId);
  if (here.toLend > 0) return here;
  return { ...here, toLend: await tx.use(OtherSchoolsFacts).countFor(titleId, pickupSchoolId, copyId) };
}
