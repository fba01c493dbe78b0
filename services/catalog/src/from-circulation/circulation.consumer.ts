import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { CopyLostV1, CopyReleasedV1, LoanCheckedOutV1, LoanReturnedV1 } from '@shulian/contracts/circulation';
import { Digests, type Digesting } from '@shulian/service-kit';
import type { CatalogStore } from '../catalog.store.js';
import { knownLendingAfter } from './known-lending.projection.js';

/** What the catalogue hears of the lending of copies; renewals and overdue days do not move a copy. */
@Controller()
export class CirculationConsumer {
  @Digests('from-circulation', LoanCheckedOutV1)
  checkedOut(@Payload() event: LoanCheckedOutV1, @Ctx() { store }: Digesting<CatalogStore>): void {
    store.knownLendings.change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', LoanReturnedV1)
  returned(@Payload() event: LoanReturnedV1, @Ctx() { store }: Digesting<CatalogStore>): void {
    store.knownLendings.change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CopyLostV1)
  lost(@Payload() event: CopyLostV1, @Ctx() { store }: Digesting<CatalogStore>): void {
    store.knownLendings.change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }

  @Digests('from-circulation', CopyReleasedV1)
  released(@Payload() event: CopyReleasedV1, @Ctx() { store }: Digesting<CatalogStore>): void {
    store.knownLendings.change(event.data.copyId, (known) => knownLendingAfter(event, known));
  }
}
