import { Injectable } from '@nestjs/common';
import {
  Clock,
  FileStore,
  newId,
  Problem,
  Transaction,
  unknownThing,
  type Caller,
} from '@shulian/service-kit';
import type { IssueListId, VendorId } from '@shulian/contracts/ids';
import { VendorsRepository } from '../orders/vendors.repository.js';
import { toIssueListView, type IssueListView } from './vendor-market.http.js';
import { IssueListsRepository } from './issue-lists.repository.js';

const MOST_BYTES = 10 * 1024 * 1024;

/** A vendor sent what it issues; the file is kept with the vendor, or thrown away. */
@Injectable()
export class KeepIssueList {
  constructor(
    private readonly transaction: Transaction,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @param sent bytes as they came. @throws Problem 404 for a vendor of another school, 413, 415 `issue-list.format-unsupported` */
  async keep(caller: Caller, vendorId: VendorId, name: string, sent: Uint8Array): Promise<IssueListView> {
    const mediaType = mediaTypeOf(sent);
    if (mediaType === null) throw new Problem(415, 'issue-list.format-unsupported');
    await this.transaction.run(async (tx) => {
      const vendor = await tx.use(VendorsRepository).locked(vendorId);
      if (vendor === null || !caller.mayWorkAt(vendor.schoolId)) throw unknownThing();
    });
    const file = await this.files.write([sent], mediaType, MOST_BYTES);
    return this.transaction.run(async (tx) => {
      const vendor = await tx.use(VendorsRepository).locked(vendorId);
      if (vendor === null || !caller.mayWorkAt(vendor.schoolId)) throw unknownThing();
      const list = {
        id: newId<IssueListId>(),
        schoolId: vendor.schoolId,
        vendorId,
        name,
        fileId: file.id,
        mediaType,
        size: file.size,
        receivedOn: this.clock.today(),
        receivedBy: caller.id,
      };
      await tx.use(IssueListsRepository).add(list);
      return toIssueListView(list);
    });
  }

  /** @throws Problem 404 also for a list of another school */
  async remove(caller: Caller, id: IssueListId): Promise<void> {
    await this.transaction.run(async (tx) => {
      const list = await tx.use(IssueListsRepository).locked(id);
      if (list === null || !caller.mayWorkAt(list.schoolId)) throw unknownThing();
      await tx.use(IssueListsRepository).remove(list);
    });
  }
}

/** By the bytes, whatever the sender calls it: PDF, a workbook, or text without NUL. */
const mediaTypeOf = (bytes: Uint8Array): string | null => {
  const begins = (...signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (begins(0x50, 0x4b, 0x03, 0x04))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return bytes.subarray(0, 65_536).includes(0) ? null : 'text/csv';
};
