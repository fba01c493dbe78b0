import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  IdAsked,
  Line,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { BorrowerView } from '../desk/loan.http.js';

export const WRITE_OFF_STATES = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type WriteOffState = (typeof WRITE_OFF_STATES)[number];
const DECISIONS = ['approved', 'declined'] as const;

/** `POST /write-offs` */
export class WriteOffAsked {
  @IdAsked('one that is owed')
  compensationId!: string;

  @Line(LONGEST_NOTE, 'why it shall not be paid')
  reason!: string;
}
/** `POST /write-offs/{id}/decision` */
export class DecisionAsked {
  @OneOf(DECISIONS)
  decision!: (typeof DECISIONS)[number];

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
/** `GET /write-offs` */
export class WriteOffsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(WRITE_OFF_STATES)
  state?: WriteOffState;
}
export class WriteOffView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly compensationId!: string;
  @ApiProperty({ type: () => BorrowerView }) readonly borrower!: BorrowerView;
  @ApiProperty({ ...shown.idOrNull, description: 'null: a class owes' }) readonly readerId!: string | null;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'fen' }) readonly owedFen!: number | null;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ format: 'date' }) readonly askedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly askedBy!: string;
  @ApiProperty({ enum: WRITE_OFF_STATES }) readonly state!: WriteOffState;
  @ApiProperty(shown.dayOrNull) readonly decidedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly decidedBy!: string | null;
  @ApiProperty(shown.orNull) readonly decisionNote!: string | null;
}
export class WriteOffsPage {
  @ApiProperty({ type: [WriteOffView] }) readonly items!: WriteOffView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
