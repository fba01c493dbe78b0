import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { IdOrNone, SchoolAsked, TextOrNull } from '@shulian/service-kit/fields';
import { Barcodes } from '../barcodes.http.js';

const orNull = { type: 'string', nullable: true } as const;

export const SWAP_STATES = ['proposed', 'refused', 'done', 'undone'] as const;
export type SwapState = (typeof SWAP_STATES)[number];

/** `POST /corner-swaps` */
export class SwapAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  cornerId!: string;

  @ApiProperty({ format: 'uuid', description: 'of another class of the same grade' })
  @Id()
  otherCornerId!: string;

  @Barcodes('what goes from the corner to the other', 100)
  copyBarcodes!: string[];

  @Barcodes('what comes from the other', 100)
  otherCopyBarcodes!: string[];

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `GET /corner-swaps` */
export class SwapsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: SWAP_STATES })
  @IsOptional()
  @IsIn(SWAP_STATES)
  state?: SwapState;

  @IdOrNone('of either side')
  cornerId?: string;
}

/** `POST /corner-swaps/{id}/agreement` */
export class AgreementAsked {
  @ApiProperty({ format: 'uuid', description: 'the corner for which it is agreed' })
  @Id()
  cornerId!: string;
}

export class SwapView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) cornerId!: string;
  @ApiProperty() corner!: string;
  @ApiProperty({ format: 'uuid' }) otherCornerId!: string;
  @ApiProperty() otherCorner!: string;
  @ApiProperty({ type: [String], description: 'what goes from the corner to the other' })
  copyBarcodes!: string[];
  @ApiProperty({ type: [String], description: 'what comes from the other' }) otherCopyBarcodes!: string[];
  @ApiProperty({ enum: SWAP_STATES }) state!: SwapState;
  @ApiProperty({ format: 'date' }) proposedOn!: string;
  @ApiProperty({ ...orNull, description: 'who agreed for the corner' }) agreedBy!: string | null;
  @ApiProperty({ ...orNull, description: 'who agreed for the other' }) otherAgreedBy!: string | null;
  @ApiProperty({ ...orNull, format: 'date', description: 'done, refused or undone' }) endedOn!: string | null;
  @ApiProperty(orNull) note!: string | null;
}
export class SwapsPage {
  @ApiProperty({ type: [SwapView] }) items!: SwapView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
