import { EntitySchema } from 'typeorm';
import type { SchoolId, VendorId } from '@shulian/contracts/ids';
import type { VendorKind } from './rules/vendor.js';

/** Of whom a school buys (CAT-009). */
export type VendorRow = {
  readonly id: VendorId;
  readonly version: number;
  readonly schoolId: SchoolId;
  readonly name: string;
  readonly kind: VendorKind;
  readonly contact: string | null;
  readonly supplies: string | null;
  readonly closed: boolean;
};

export const vendorTable = new EntitySchema<VendorRow>({
  name: 'vendor',
  columns: {
    id: { type: 'uuid', primary: true },
    version: { type: 'int' },
    schoolId: { type: 'uuid', name: 'school_id' },
    name: { type: 'text' },
    kind: { type: 'text' },
    contact: { type: 'text', nullable: true },
    supplies: { type: 'text', nullable: true },
    closed: { type: 'boolean' },
  },
});
