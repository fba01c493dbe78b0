import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { READER_KINDS, type ReaderKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { IdAsked, SchoolAsked } from '@shulian/service-kit/fields';
import { DOUBT_STATES, type DoubtState } from './roster-doubts.repository.js';

const orNull = { type: 'string', nullable: true } as const;

/** `GET /roster-doubts` */
export class DoubtsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: DOUBT_STATES, default: 'open' })
  @IsOptional()
  @IsIn(DOUBT_STATES)
  status: DoubtState = 'open';
}

/** `POST /roster-doubts/{id}/confirmation` */
export class ConfirmDoubtAsked {
  @IdAsked('the reader it is')
  readerId!: string;
}

/** Who it may be. */
export class DoubtCandidate {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty(orNull) cardNumber!: string | null;
}

/** Somebody of a list of whom it is not certain whether they are a reader already. */
export class DoubtView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ description: 'code of the problem' }) why!: string;
  @ApiProperty({ description: 'as the list says' }) name!: string;
  @ApiProperty(orNull) number!: string | null;
  @ApiProperty({ enum: READER_KINDS }) kind!: ReaderKind;
  @ApiProperty(orNull) className!: string | null;
  @ApiProperty({ type: [DoubtCandidate] }) candidates!: DoubtCandidate[];
  @ApiProperty({ enum: DOUBT_STATES, description: 'same: confirmed; other: became a new reader' })
  status!: DoubtState;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'whom it was found to be, or who was made new' })
  readerId!: string | null;
  @ApiProperty({ format: 'date-time' }) foundAt!: string;
  @ApiProperty({ ...orNull, description: 'account or client' }) decidedBy!: string | null;
  @ApiProperty({ ...orNull, format: 'date-time' }) decidedAt!: string | null;
  @ApiProperty({ type: 'integer' }) version!: number;
}
export class DoubtPage {
  @ApiProperty({ type: [DoubtView] }) items!: DoubtView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
