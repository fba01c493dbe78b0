import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  OncePerKey,
  Refused,
  unknownThing,
  type Answer,
  type Caller,
  type DeskRequest,
  type Tx,
} from '@shulian/service-kit';
import type { PupilBookId } from '@shulian/contracts/ids';
import { checkInPupilBook } from '../acceptance/check-in-pupil-book.step.js';
import { DeliveriesRepository } from '../acceptance/deliveries.repository.js';
import { settled } from '../acceptance/rules/delivery.js';
import type { PupilBookPaymentAsked } from './pupil-books.http.js';
import { PupilBooksRepository, usedAlready } from './pupil-books.repository.js';
import { after, approvalRefusals, type PupilBook, type PupilBookAction } from './rules/pupil-book.js';

type How = { readonly action: PupilBookAction; readonly remark: string | null };

/** The head approves a reimbursement or refuses it; what was approved comes to acceptance, and is paid once it was accepted. */
@Injectable()
export class DecidePupilBook {
  constructor(
    private readonly once: OncePerKey,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409 `pupil-book.state-refused`; Refused 409 `pupil-book.refused`, `delivery.refused` */
  decide(
    caller: Caller,
    id: PupilBookId,
    action: 'approve' | 'refuse',
    remark: string | null,
    request: DeskRequest | null,
  ): Promise<Answer> {
    return this.step(caller, id, { action, remark }, request, async (tx, book, next) => {
      if (action === 'refuse') return next;
      const refusals = approvalRefusals(book, caller.id);
      if (refusals.length > 0) throw new Refused('pupil-book.refused', refusals);
      const deliveryId = await checkInPupilBook(tx, book, this.clock.today(), caller.id);
      return { ...next, deliveryId };
    });
  }

  /** @throws Problem 404, 409 `pupil-book.state-refused`, `pupil-book.not-accepted` */
  pay(
    caller: Caller,
    id: PupilBookId,
    input: PupilBookPaymentAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const how = { action: 'pay', remark: input.remark ?? null } as const;
    return this.step(caller, id, how, request, async (tx, { deliveryId }, next) => {
      const delivery = deliveryId === null ? null : await tx.use(DeliveriesRepository).locked(deliveryId);
      if (delivery?.status !== 'accepted') throw conflict('pupil-book.not-accepted');
      return { ...next, paidOn: this.clock.today(), receiptNumber: input.receiptNumber ?? null };
    });
  }

  /**
   * The last step is taken back: the payment, or the decision while the book is not in the registers.
   *
   * @throws Problem 404, 409 `pupil-book.state-refused`, `pupil-book.accepted-already`, `pupil-book.note-used`
   */
  undo(caller: Caller, id: PupilBookId, reason: string, request: DeskRequest | null): Promise<Answer> {
    const how = { action: 'undo', remark: reason } as const;
    return this.step(caller, id, how, request, async (tx, { status, deliveryId }, next) => {
      if (status === 'paid') return { ...next, paidOn: null, receiptNumber: null };
      if (deliveryId === null) return next;
      const deliveries = tx.use(DeliveriesRepository);
      const delivery = await deliveries.locked(deliveryId);
      if (delivery?.status === 'accepted') throw conflict('pupil-book.accepted-already');
      const back = {
        status: 'sent-back',
        on: this.clock.today(),
        by: caller.id,
        reason,
        numbers: null,
      } as const;
      const sentBack = delivery === null ? null : settled(delivery, back);
      if (sentBack !== null) await deliveries.change(sentBack);
      return { ...next, deliveryId: null };
    });
  }

  private async step(
    caller: Caller,
    id: PupilBookId,
    { action, remark }: How,
    request: DeskRequest | null,
    carryOut: (tx: Tx, book: PupilBook, next: PupilBook) => Promise<PupilBook> | PupilBook,
  ): Promise<Answer> {
    try {
      return await this.once.run(request, 200, async (tx) => {
        const books = tx.use(PupilBooksRepository);
        const book = await books.locked(id);
        if (book === null || !caller.mayWorkAt(book.schoolId)) throw unknownThing();
        const next = after(book, action);
        if (next === null) throw conflict('pupil-book.state-refused');
        await books.change(await carryOut(tx, book, next));
        await books.addStep({
          pupilBookId: id,
          version: next.version,
          action,
          onDay: this.clock.today(),
          byWhom: caller.id,
          remark,
        });
        return books.view(id);
      });
    } catch (error) {
      throw usedAlready(error);
    }
  }
}
