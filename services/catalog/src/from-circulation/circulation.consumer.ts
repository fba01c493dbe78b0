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
import { Digests, PassesOver, type Digesting } from '@shulian/service-kit';
import { knownCompensationAfter } from './known-compensation.projection.js';
import { KnownCompensationsRepository } from './known-compensations.repository.js';
import { knownLendingAfter } from './known-lending.projection.js';
import { KnownLendingsRepository } from './known-lendings.repository.js';

/** What the catalogue hears of the lending of copies and of what is owed for lost ones; renewals and overdue days do not move a copy. */
@PassesOver('from-circulation', LoanRenewedV1, LoanDueChangedV1, LoanOverdueV1)
@Controller()
export class CirculationConsumer {
  @Digests('from-circulation', LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownLendingsRepository).change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownLendingsRepository).change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CopyLostV1)
  lost(@Payload() event: CopyLostV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownLendingsRepository).change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CopyLostOnWayV1)
  lostOnWay(@Payload() event: CopyLostOnWayV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownLendingsRepository).change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CopyReleasedV1)
  released(@Payload() event: CopyReleasedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownLendingsRepository).change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CompensationOwedV1)
  owed(@Payload() event: CompensationOwedV1, @Ctx() { tx }: Digesting): void {
    const { compensationId } = event.data;
    tx.use(KnownCompensationsRepository).change(compensationId, (known) =>
      knownCompensationAfter(event, known),
    );
  }

  @Digests('from-circulation', CompensationSettledV1)
  settled(@Payload() event: CompensationSettledV1, @Ctx() { tx }: Digesting): void {
    const { compensationId } = event.data;
    tx.use(KnownCompensationsRepository).change(compensationId, (known) =>
      knownCompensationAfter(event, known),
    );
  }

  @Digests('from-circulation', CompensationReopenedV1)
  reopened(@Payload() event: CompensationReopenedV1, @Ctx() { tx }: Digesting): void {
    const { compensationId } = event.data;
    tx.use(KnownCompensationsRepository).change(compensationId, (known) =>
      knownCompensationAfter(event, known),
    );
  }
}
