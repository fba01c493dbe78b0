import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { BorrowerView } from '../desk/loan.http.js';
import { DayOrNone, IdOrNone, SchoolAsked, TextOrNull } from '@shulian/service-kit/fields';
import { BarcodesOrNone } from '../barcodes.http.js';
import { BLOCK_PURPOSES, type BlockPurpose } from './rules/block.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export const MANIFEST_STATES = ['sent', 'received', 'cancelled'] as const;
export type ManifestState = (typeof MANIFEST_STATES)[number];

/** `GET /block-manifests` */
export class ManifestsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: BLOCK_PURPOSES })
  @IsOptional()
  @IsIn(BLOCK_PURPOSES)
  purpose?: BlockPurpose;

  @IdOrNone('the corner or the box')
  targetId?: string;

  @IdOrNone('the class that has the copies')
  classId?: string;

  @ApiPropertyOptional({ enum: MANIFEST_STATES })
  @IsOptional()
  @IsIn(MANIFEST_STATES)
  state?: ManifestState;

  @DayOrNone('sent on this day or later')
  from?: string;

  @DayOrNone('sent on this day or before')
  to?: string;
}

/** `GET /block-manifests/{id}/lines` */
export class ManifestLinesAsked extends ListAsked {}

/** `POST /block-manifests/{id}/receipt` */
export class ReceiptAsked {
  @BarcodesOrNone('on the list, and did not come')
  missing?: string[];

  @BarcodesOrNone('came damaged')
  damaged?: string[];

  @TextOrNull(limits.personName, 'who took the copies at the door, where it was not who says so')
  handedTo?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** A document by which copies went out together. */
export class ManifestView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: BLOCK_PURPOSES }) purpose!: BlockPurpose;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the corner or the box; null: a delivery' })
  targetId!: string | null;
  @ApiProperty({ type: () => BorrowerView, description: 'who answers for the copies' })
  borrower!: BorrowerView;
  @ApiProperty({ ...orNull, format: 'uuid' }) readerId!: string | null;
  @ApiProperty({
    ...orNull,
    format: 'uuid',
    description: 'the corner or class it came from; null: the library',
  })
  fromId!: string | null;
  @ApiProperty({ ...orNull, description: 'office, group or classroom' }) place!: string | null;
  @ApiProperty({ ...whole, description: 'on the list' }) copies!: number;
  @ApiProperty({ ...whole, description: 'of these, still out by this document' }) out!: number;
  @ApiProperty({ ...whole, description: 'of these, found missing on receipt' }) foundMissing!: number;
  @ApiProperty({ ...whole, description: 'of these, found damaged on receipt' }) damaged!: number;
  @ApiProperty({ format: 'date' }) sentOn!: string;
  @ApiProperty({ description: 'account or client' }) sentBy!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ enum: MANIFEST_STATES }) state!: ManifestState;
  @ApiProperty({ ...orNull, format: 'date' }) receivedOn!: string | null;
  @ApiProperty(orNull) receivedBy!: string | null;
  @ApiProperty(orNull) handedTo!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty(whole) version!: number;
}
export class ManifestsPage {
  @ApiProperty({ type: [ManifestView] }) items!: ManifestView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A copy on the list. */
export class ManifestLine {
  @ApiProperty({ ...whole, description: 'from 1' }) position!: number;
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty({ format: 'uuid' }) loanId!: string;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ ...orNull, enum: ['missing', 'damaged', null], description: 'what the receipt found' })
  finding!: string | null;
  @ApiProperty({ enum: ['open', 'returned', 'lost'] }) status!: 'open' | 'returned' | 'lost';
  @ApiProperty({ ...orNull, format: 'date' }) closedOn!: string | null;
}
export class ManifestLinesPage {
  @ApiProperty({ type: [ManifestLine] }) items!: ManifestLine[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
