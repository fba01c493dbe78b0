import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PlainText } from '../plain-text.http.js';
import { TRANSFER_STATES, type TransferState } from './reader-transfer.row.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `POST /reader-transfers` */
export class OfferTransferAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  readerId!: string;

  @ApiProperty({ format: 'uuid', description: 'another school of the county' })
  @Id()
  toSchoolId!: string;

  @ApiPropertyOptional({ ...orNull, maxLength: limits.transferNote })
  @IsOptional()
  @PlainText(1, limits.transferNote)
  note?: string | null;
}

/** `POST /reader-transfers/{id}/acceptance` */
export class TakeTransferAsked {
  @ApiPropertyOptional({ ...orNull, format: 'uuid', description: 'a class of the new school' })
  @IsOptional()
  @Id()
  classId?: string | null;

  @ApiPropertyOptional({ maxLength: 40, description: 'else the new school gives the next one' })
  @IsOptional()
  @IsString()
  @MaxLength(80)
  cardNumber?: string;
}

/** `POST /reader-transfers/{id}/refusal` */
export class RefuseTransferAsked {
  @ApiProperty({ maxLength: limits.transferNote })
  @PlainText(1, limits.transferNote)
  answer!: string;
}

/** `GET /reader-transfers` */
export class TransfersAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'may be left out by who works at one school' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: TRANSFER_STATES })
  @IsOptional()
  @IsIn(TRANSFER_STATES)
  status?: TransferState;
}

/** A reader on the way from one school to another. */
export class TransferView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'uuid' }) fromSchoolId!: string;
  @ApiProperty() fromSchool!: string;
  @ApiProperty({ format: 'uuid' }) toSchoolId!: string;
  @ApiProperty() toSchool!: string;
  @ApiProperty({ enum: TRANSFER_STATES }) status!: TransferState;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...orNull, description: 'why it was refused' }) answer!: string | null;
  @ApiProperty({ ...whole, description: 'copies on loan, which go along' }) openLoans!: number;
  @ApiProperty({ ...whole, description: 'lost copies not paid for' }) openDebts!: number;
  @ApiProperty({ description: 'account or client' }) offeredBy!: string;
  @ApiProperty({ format: 'date' }) offeredOn!: string;
  @ApiProperty(orNull) endedBy!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) endedOn!: string | null;
  @ApiProperty(whole) version!: number;
}
export class TransferPage {
  @ApiProperty({ type: [TransferView] }) items!: TransferView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
