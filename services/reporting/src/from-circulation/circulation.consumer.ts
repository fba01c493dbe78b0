import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
  CompensationOwedV1,
  CompensationReopenedV1,
  CompensationSettledV1,
  CopyLostOnWayV1,
  CopyLostV1,
  CopyReleasedV1,
  LoanCheckedOutV1,
  LoanDueChangedV1,
  LoanOverdueV1,
  LoanRenewedV1,
  LoanReturnedV1,
} from '@shulian/contracts/circulation';
import { Clock, Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { KnownCompensationsRepository } from './known-compensations.repository.js';
import { KnownLoansRepository } from './known-loans.repository.js';
import { KnownStockRepository } from '../from-catalog/known-stock.repository.js';

/** What reporting hears of lending. Overdue is derived from the due day, so its event changes nothing here. */
@PassesOver('from-circulation', LoanOverdueV1)
@Controller()
export class CirculationConsumer {
  constructor(private readonly clock: Clock) {}

  @Digests('from-circulation', LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { tx }: Digesting): void {
    const { data: loan, aggregateversion: version } = event;
    tx.use(KnownLoansRepository).know({ loan, version, state: 'open', since: loan.loanedOn, renewed: false });
    // A copy that is lent is not lost, even when a librarian lent it over the refusal.
    tx.use(KnownStockRepository).find({ copyId: loan.copyId, day: loan.loanedOn, version });
  }

  @Digests('from-circulation', LoanRenewedV1)
  renewed(@Payload() event: LoanRenewedV1, @Ctx() { tx }: Digesting): void {
    const { data: loan, aggregateversion: version } = event;
    tx.use(KnownLoansRepository).know({ loan, version, state: 'open', since: loan.renewedOn, renewed: true });
  }

  /** The calendar moved the day: no renewal is counted. */
  @Digests('from-circulation', LoanDueChangedV1)
  dueChanged(@Payload() event: LoanDueChangedV1, @Ctx() { tx }: Digesting): void {
    const { data: loan, aggregateversion: version } = event;
    tx.use(KnownLoansRepository).know({
      loan,
      version,
      state: 'open',
      since: this.dayOf(event),
      renewed: false,
    });
  }

  @Digests('from-circulation', LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { tx }: Digesting): void {
    const { data: loan, aggregateversion: version } = event;
    tx.use(KnownLoansRepository).know({
      loan,
      version,
      state: 'returned',
      since: loan.returnedOn,
      renewed: false,
    });
  }

  @Digests('from-circulation', CopyLostV1)
  lost(@Payload() event: CopyLostV1, @Ctx() { tx }: Digesting): void {
    const { data: loan, aggregateversion: version } = event;
    tx.use(KnownLoansRepository).know({ loan, version, state: 'lost', since: loan.lostOn, renewed: false });
    tx.use(KnownStockRepository).lose({ copyId: loan.copyId, day: loan.lostOn, version });
  }

  /** Lost between two schools: no loan ended, but the copy is gone. */
  @Digests('from-circulation', CopyLostOnWayV1)
  lostOnWay(@Payload() event: CopyLostOnWayV1, @Ctx() { tx }: Digesting): void {
    const { copyId, lostOn: day } = event.data;
    tx.use(KnownStockRepository).lose({ copyId, day, version: event.aggregateversion });
  }

  @Digests('from-circulation', CopyReleasedV1)
  released(@Payload() event: CopyReleasedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownStockRepository).find({
      copyId: event.data.copyId,
      day: this.dayOf(event),
      version: event.aggregateversion,
    });
  }

  @Digests('from-circulation', CompensationOwedV1)
  owed(@Payload() { data, aggregateversion: version }: CompensationOwedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownCompensationsRepository).know({ ...data, version, settled: null });
  }

  @Digests('from-circulation', CompensationSettledV1)
  settled(
    @Payload() { data, aggregateversion: version }: CompensationSettledV1,
    @Ctx() { tx }: Digesting,
  ): void {
    tx.use(KnownCompensationsRepository).know({ ...data, version, settled: data });
  }

  @Digests('from-circulation', CompensationReopenedV1)
  reopened(
    @Payload() { data, aggregateversion: version }: CompensationReopenedV1,
    @Ctx() { tx }: Digesting,
  ): void {
    tx.use(KnownCompensationsRepository).know({ ...data, version, settled: null });
  }

  /** The day in the county on which something was said that names no day itself. */
  private dayOf({ time }: { readonly time: string }) {
    return this.clock.dayOf(new Date(time));
  }
}
