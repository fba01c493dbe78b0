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
import { knownDebtAfter } from './known-debt.projection.js';
import { KnownDuesRepository } from './known-dues.repository.js';
import { knownLoanAfter } from './known-loan.projection.js';

const ROOM = 'from-circulation';

/** What a reader must give back or pay before leaving a school; a copy that is moved, or becomes overdue, changes nothing of that. */
@PassesOver(ROOM, LoanOverdueV1, CopyReleasedV1, CopyLostOnWayV1)
@Controller()
export class CirculationConsumer {
  @Digests(ROOM, LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowLoan(knownLoanAfter(event));
  }

  @Digests(ROOM, LoanRenewedV1)
  renewed(@Payload() event: LoanRenewedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowLoan(knownLoanAfter(event));
  }

  @Digests(ROOM, LoanDueChangedV1)
  dueChanged(@Payload() event: LoanDueChangedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowLoan(knownLoanAfter(event));
  }

  @Digests(ROOM, LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowLoan(knownLoanAfter(event));
  }

  @Digests(ROOM, CopyLostV1)
  lost(@Payload() event: CopyLostV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowLoan(knownLoanAfter(event));
  }

  @Digests(ROOM, CompensationOwedV1)
  owed(@Payload() event: CompensationOwedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowDebt(knownDebtAfter(event));
  }

  @Digests(ROOM, CompensationSettledV1)
  settled(@Payload() event: CompensationSettledV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowDebt(knownDebtAfter(event));
  }

  @Digests(ROOM, CompensationReopenedV1)
  reopened(@Payload() event: CompensationReopenedV1, @Ctx() { tx }: Digesting): void {
    tx.use(KnownDuesRepository).knowDebt(knownDebtAfter(event));
  }
}
