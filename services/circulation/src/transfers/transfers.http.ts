import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  IdOrNone,
  Line,
  LineOrNull,
  OneOfOrNone,
  SchoolAsked,
  shown,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { ShownCopyView } from '../desk/shown-copy.http.js';
import type { ShownCopyRow } from '../desk/shown-copy.row.js';
import { toShownCopy } from '../desk/shown-copy.row.js';
import { TRANSFER_STATES, type Transfer, type TransferState } from './rules/transfer.js';

const WHY = ['hold', 'home'] as const;
const SIDES = ['from', 'to', 'owner'] as const;

/** `GET /transfers` */
export class TransfersAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(SIDES, 'what the school is to the transfer; left out: any of the three')
  side?: (typeof SIDES)[number];

  @OneOfOrNone(TRANSFER_STATES, 'requested: to be packed; packed: on the way')
  status?: TransferState;

  @OneOfOrNone(WHY)
  why?: Transfer['why'];

  @IdOrNone('of one copy: where it went')
  copyId?: string;

  @YesOfQuery('only copies that should have come by now')
  missing?: boolean;
}

/** `POST /transfer-receipts` and `POST /courier-runs/{id}/packings` */
export class ScanAsked {
  @Line(limits.barcode)
  copyBarcode!: string;
}
export class TransferReceiptAsked extends ScanAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /transfers/{id}/refusal`, `POST /transfers/{id}/loss` */
export class EndAsked {
  @LineOrNull(LONGEST_NOTE, 'why')
  note?: string | null;
}

export class TransferView extends ShownCopyView {
  @ApiProperty(shown.id) readonly id!: string;
  @ApiProperty(shown.id) readonly copyId!: string;
  @ApiProperty(shown.id) readonly titleId!: string;
  @ApiProperty(shown.id) readonly owningSchoolId!: string;
  @ApiProperty(shown.orNull) readonly owningSchool!: string | null;
  @ApiProperty(shown.id) readonly fromSchoolId!: string;
  @ApiProperty(shown.orNull) readonly fromSchool!: string | null;
  @ApiProperty(shown.id) readonly toSchoolId!: string;
  @ApiProperty(shown.orNull) readonly toSchool!: string | null;
  @ApiProperty({ enum: WHY }) readonly why!: Transfer['why'];
  @ApiProperty(shown.idOrNull) readonly holdId!: string | null;
  @ApiProperty({ enum: TRANSFER_STATES }) readonly status!: TransferState;
  @ApiProperty(shown.day) readonly requestedOn!: string;
  @ApiProperty(shown.idOrNull) readonly runId!: string | null;
  @ApiProperty(shown.dayOrNull) readonly packedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly packedBy!: string | null;
  @ApiProperty(shown.idOrNull) readonly receivedAtSchoolId!: string | null;
  @ApiProperty(shown.dayOrNull) readonly endedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly endedBy!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'since it was packed' }) readonly daysOnWay!:
    number | null;
  @ApiProperty({ description: 'it should have come by now' }) readonly missing!: boolean;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty(shown.whole) readonly version!: number;
}
export class TransfersPage {
  @ApiProperty({ type: [TransferView] }) readonly items!: TransferView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

export class ReceiptView {
  @ApiProperty({ type: () => TransferView }) readonly transfer!: TransferView;
  @ApiProperty({ enum: ['shelf', 'hold', 'transfer', 'withdrawn'], description: 'where the copy goes' })
  readonly next!: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'the hold it is kept for' }) readonly holdId?: string;
}

export type TransferRow = Omit<TransferView, keyof ShownCopyView> & ShownCopyRow;

export const toTransferView = ({
  shown_title,
  shown_barcode,
  shown_call_number,
  ...row
}: TransferRow): TransferView => ({
  ...row,
  ...toShownCopy({ shown_title, shown_barcode, shown_call_number }),
});
