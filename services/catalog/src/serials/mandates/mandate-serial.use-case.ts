import { Injectable } from '@nestjs/common';
import {
  Clock,
  conflict,
  invalid,
  newId,
  OncePerKey,
  unknownReference,
  unknownThing,
  violatedUnique,
  type Answer,
  type Caller,
  type DeskRequest,
} from '@shulian/service-kit';
import type { SchoolId } from '@shulian/contracts/ids';
import { KnownSchoolsQuery } from '../../from-readers/known-schools.query.js';
import type { MandateAsked, PaymentAsked } from './mandates.http.js';
import { MANDATE_ONCE_A_YEAR, MandatesRepository } from './mandates.repository.js';

/** What the county office has all schools take for a year, and what they pay for it (CAT-063). */
@Injectable()
export class MandateSerial {
  constructor(
    private readonly once: OncePerKey,
    private readonly schools: KnownSchoolsQuery,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 422 for an unknown serial, 409 `mandate.set-already` */
  async execute(caller: Caller, asked: MandateAsked, request: DeskRequest | null): Promise<Answer> {
    try {
      return await this.once.run(request, 201, async (tx) => {
        const mandates = tx.use(MandatesRepository);
        if (!(await mandates.hasSerial(asked.serialId))) throw unknownReference('/serialId');
        const id = newId();
        await mandates.add({ ...asked, id }, { on: this.clock.today(), by: caller.id });
        return mandates.view(id);
      });
    } catch (error) {
      throw violatedUnique(error) === MANDATE_ONCE_A_YEAR ? conflict('mandate.set-already') : error;
    }
  }

  /** What was paid stays on record. @throws Problem 404, 409 `mandate.withdrawn` */
  withdraw(caller: Caller, id: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const mandates = tx.use(MandatesRepository);
      const mandate = await mandates.locked(id);
      if (mandate === null) throw unknownThing();
      if (mandate.withdrawnOn !== null) throw conflict('mandate.withdrawn');
      await mandates.withdraw(id, { on: this.clock.today(), by: caller.id });
      return mandates.view(id);
    });
  }

  /** @throws Problem 404, 400 for a day to come, 422 for an unknown school, 409 `mandate.withdrawn` */
  async pay(
    caller: Caller,
    id: string,
    schoolId: SchoolId,
    asked: PaymentAsked,
    request: DeskRequest | null,
  ): Promise<Answer> {
    const paidOn = asked.paidOn ?? this.clock.today();
    if (paidOn > this.clock.today()) throw invalid({ pointer: '/paidOn', code: 'in-the-future' });
    if ((await this.schools.awaited(schoolId)) === null) throw unknownReference('/schoolId');
    return this.once.run(request, 201, async (tx) => {
      const mandates = tx.use(MandatesRepository);
      const mandate = await mandates.locked(id);
      if (mandate === null) throw unknownThing();
      if (mandate.withdrawnOn !== null) throw conflict('mandate.withdrawn');
      const { fen, documentNumber = null } = asked;
      const payment = { id: newId(), mandateId: id, schoolId, fen, paidOn, documentNumber };
      await mandates.pay(payment, caller.id);
      return mandates.paymentView(payment.id);
    });
  }

  /** @throws Problem 404 for a payment of another school, 409 `mandate.payment-reversed` */
  reverse(caller: Caller, id: string, reason: string, request: DeskRequest | null): Promise<Answer> {
    return this.once.run(request, 200, async (tx) => {
      const mandates = tx.use(MandatesRepository);
      const payment = await mandates.lockedPayment(id);
      if (payment === null || !caller.mayWorkAt(payment.schoolId)) throw unknownThing();
      if (payment.reversedOn !== null) throw conflict('mandate.payment-reversed');
      await mandates.reverse(id, { on: this.clock.today(), by: caller.id }, reason);
      return mandates.paymentView(id);
    });
  }
}
