import type { Session } from '@shulian/service-kit';
import type { VendorId } from '@shulian/contracts/ids';
import { vendorTable, type VendorRow } from './vendor.row.js';

/** The unique constraint a second vendor of the same name in a school runs into. */
export const VENDOR_NAME_ONCE = 'vendor_name_once_in_a_school';

export class VendorsRepository {
  constructor(private readonly session: Session) {}

  async add(vendor: VendorRow): Promise<void> {
    await this.session.manager.insert(vendorTable, vendor);
  }

  /** Locked to the end of the transaction. */
  locked(id: VendorId): Promise<VendorRow | null> {
    return this.session.manager.findOne(vendorTable, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async change(vendor: VendorRow): Promise<void> {
    await this.session.manager.update(vendorTable, { id: vendor.id }, vendor);
  }
}
