import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import type { CopyId, OwnershipTransferId, SchoolId } from '@shulian/contracts/ids';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { Text, TextOrNull } from '@shulian/service-kit/fields';
import { TRANSFER_STATES, type TransferState } from './rules/ownership-transfer.js';

const FIRST_STATES = ['processing', 'lendable', 'reading-room'] as const;

/** `POST /ownership-transfers` */
export class TransferAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the sender; may be left out by who works at one school',
  })
  @IsOptional()
  @Id()
  schoolId?: SchoolId;

  @ApiProperty({ format: 'uuid', description: 'the school that shall take them over' })
  @Id()
  toSchoolId!: SchoolId;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: limits.copiesOfTransfer,
    uniqueItems: true,
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.copiesOfTransfer)
  @Ids()
  @ArrayUnique()
  copyIds!: CopyId[];

  @TextOrNull(limits.documentNumber, 'of the approval; it stands in the books of both schools')
  documentNumber?: string | null;

  @TextOrNull(limits.transferNote, 'for the other school')
  note?: string | null;
}

/** `POST /ownership-transfers/{id}/acceptance` */
export class TransferAcceptance {
  @TextOrNull(limits.location, 'where they stand from now on')
  location?: string | null;

  @ApiPropertyOptional({
    enum: FIRST_STATES,
    description: 'of all of them; left out: the reading room for what stood in one, else lendable',
  })
  @IsOptional()
  @IsIn(FIRST_STATES)
  status?: (typeof FIRST_STATES)[number];
}

/** `POST /ownership-transfers/{id}/refusal` */
export class TransferRefused {
  @Text(limits.transferNote, 'why; the sender reads it')
  reason!: string;
}

/** `GET /ownership-transfers` */
export class TransfersAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: ['out', 'in'], description: 'from the school, or to it' })
  @IsOptional()
  @IsIn(['out', 'in'])
  direction?: 'out' | 'in';

  @ApiPropertyOptional({ enum: TRANSFER_STATES })
  @IsOptional()
  @IsIn(TRANSFER_STATES)
  status?: TransferState;
}

const orNull = { type: 'string', nullable: true } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class TransferView {
  @ApiProperty({ format: 'uuid' }) id!: OwnershipTransferId;
  @ApiProperty({ format: 'uuid' }) fromSchoolId!: SchoolId;
  @ApiProperty() fromSchool!: string;
  @ApiProperty({ format: 'uuid' }) toSchoolId!: SchoolId;
  @ApiProperty() toSchool!: string;
  @ApiProperty({ enum: TRANSFER_STATES }) status!: TransferState;
  @ApiProperty({ type: 'integer' }) volumes!: number;
  @ApiProperty({ type: 'integer', description: 'fen' }) fen!: number;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ format: 'date' }) askedOn!: string;
  @ApiProperty({ description: 'account or client' }) askedBy!: string;
  @ApiProperty({ ...orNull, format: 'date' }) decidedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client' }) decidedBy!: string | null;
  @ApiProperty({ ...orNull, description: 'why it was refused' }) reason!: string | null;
}

/** A copy on a transfer: what it was called here, and there once it was accepted. */
export class TransferredCopyView {
  @ApiProperty({ format: 'uuid' }) copyId!: CopyId;
  @ApiProperty({ type: 'integer' }) accessionNumber!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'fen' }) priceFen!: number | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) newCopyId!: CopyId | null;
  @ApiProperty(wholeOrNull) newAccessionNumber!: number | null;
  @ApiProperty(orNull) newBarcode!: string | null;
}

export class TransfersPage {
  @ApiProperty({ type: [TransferView] }) items!: TransferView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class TransferredCopiesPage {
  @ApiProperty({ type: [TransferredCopyView] }) items!: TransferredCopyView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
