import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import {
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
import { knownLoanAfter } from './known-loan.projection.js';
import { KnownLoansRepository } from './known-loans.repository.js';

const ROOM = 'from-circulation';

/** What activities hears of lending: who borrowed what, and brought it back. A later due day does not matter here. */
@PassesOver(ROOM, LoanRenewedV1, LoanDueChangedV1, LoanOverdueV1, CopyLostV1, CopyLostOnWayV1, CopyReleasedV1)
@Controller()
export class CirculationConsumer {
  @Digests(ROOM, LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownLoansRepository).know(knownLoanAfter(event, null));
  }

  @Digests(ROOM, LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { tx }: Digesting): Promise<void> {
    return tx.use(KnownLoansRepository).know(knownLoanAfter(event, event.data.returnedOn));
  }
}
