import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { ReportingStore } from '../reporting.store.js';
import { lendingCount } from './lending-count.projection.js';

type In = Digesting<ReportingStore>;

/** What reporting hears of lending. Overdue is derived from the due day, so its event changes nothing here. */
@Controller()
export class CirculationConsumer {
  @Digests('from-circulation', LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { store }: In): void {
    store.highWater.note('circulation', event.time);
    store.loans.know(event, 'open', null);
    store.loans.knowLent(event);
    store.loans.count(lendingCount(event.data, event.data.loanedOn, 'loans'));
  }

  @Digests('from-circulation', LoanRenewedV1)
  renewed(@Payload() event: LoanRenewedV1, @Ctx() { store }: In): void {
    store.highWater.note('circulation', event.time);
    store.loans.know(event, 'open', null);
    store.loans.count(lendingCount(event.data, event.data.renewedOn, 'renewals'));
  }

  @Digests('from-circulation', LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { store }: In): void {
    store.highWater.note('circulation', event.time);
    store.loans.know(event, 'returned', event.data.returnedOn);
    store.loans.count(lendingCount(event.data, event.data.returnedOn, 'returns'));
  }

  @Digests('from-circulation', CopyLostV1)
  lost(@Payload() event: CopyLostV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('circulation', event.time);
    store.loans.know(event, 'lost', event.data.lostOn);
    store.loans.count(lendingCount(event.data, event.data.lostOn, 'losses'));
    return store.loans.knowLost(event, true);
  }

  @Digests('from-circulation', CopyReleasedV1)
  released(@Payload() event: CopyReleasedV1, @Ctx() { store }: In): Promise<void> {
    store.highWater.note('circulation', event.time);
    return store.loans.knowLost(event, false);
  }
}
