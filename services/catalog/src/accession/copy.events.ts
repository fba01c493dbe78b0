import { CopyAccessionedV1, CopyChangedV1, CopyWithdrawnV1 } from '@shulian/contracts/catalog';
import type { Announcement } from '@shulian/contracts/envelope';
import type { AccessionSource } from '@shulian/contracts/words';
import type { Copy } from './rules/copy.js';

const asFact = (copy: Copy) => ({
  copyId: copy.id,
  titleId: copy.titleId,
  schoolId: copy.schoolId,
  barcode: copy.barcode,
  accessionNumber: copy.accessionNumber,
  callNumber: copy.callNumber,
  clc: copy.clc,
  kind: copy.kind,
  stockState: copy.stockState,
  location: copy.location,
  locationId: copy.locationId,
  priceFen: copy.priceFen,
  accessionedOn: copy.accessionedOn,
});

export const copyAccessioned = (copy: Copy, source: AccessionSource): Announcement =>
  CopyAccessionedV1.announce({ ...asFact(copy), source }, copy.version);

/** A withdrawal is a fact of its own; every other change tells the whole copy as it now is. */
export const copyChanged = (before: Copy, copy: Copy): Announcement =>
  copy.withdrawn !== null && before.withdrawn === null
    ? CopyWithdrawnV1.announce(
        {
          copyId: copy.id,
          titleId: copy.titleId,
          schoolId: copy.schoolId,
          withdrawnOn: copy.withdrawn.on,
          why: copy.withdrawn.why,
        },
        copy.version,
      )
    : CopyChangedV1.announce(asFact(copy), copy.version);
