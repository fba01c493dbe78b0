import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  dayOrNull,
  IdAsked,
  idOrNull,
  LONGEST_NOTE,
  OneOf,
  OneOfOrNone,
  orNull,
  SchoolAsked,
  Text,
  TextOrNull,
  wholeOrNull,
} from '../asked.http.js';
import { BorrowerView } from '../desk/loan.http.js';

export const WRITE_OFF_STATES = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type WriteOffState = (typeof WRITE_OFF_STATES)[number];
const DECISIONS = ['approved', 'declined'] as const;

/** `POST /write-offs` */
export class WriteOffAsked {
  @IdAsked('one that is owed')
  compensationId!: string;

  @Text(LONGEST_NOTE, 'why it shall not be paid')
  reason!: string;
}
/** `POST /write-offs/{id}/decision` */
export class DecisionAsked {
  @OneOf(DECISIONS)
  decision!: (typeof DECISIONS)[number];

  @TextOrNull(LONGEST_NOTE)
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
  @ApiProperty({ ...idOrNull, description: 'null: a class owes' }) readonly readerId!: string | null;
  @ApiProperty(orNull) readonly title!: string | null;
  @ApiProperty(orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'fen' }) readonly owedFen!: number | null;
  @ApiProperty() readonly reason!: string;
  @ApiProperty({ format: 'date' }) readonly askedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly askedBy!: string;
  @ApiProperty({ enum: WRITE_OFF_STATES }) readonly state!: WriteOffState;
  @ApiProperty(dayOrNull) readonly decidedOn!: string | null;
  @ApiProperty({ ...orNull, description: 'account or client' }) readonly decidedBy!: string | null;
  @ApiProperty(orNull) readonly decisionNote!: string | null;
}
export class WriteOffsPage {
  @ApiProperty({ type: [WriteOffView] }) readonly items!: WriteOffView[];
  @ApiProperty(orNull) readonly nextCursor!: string | null;
}
