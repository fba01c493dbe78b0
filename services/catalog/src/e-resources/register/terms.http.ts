import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { IsIn } from 'class-validator';
import { DayOrNone, LARGEST_WHOLE, Text, TextOrNull, Whole, WholeOrNull } from '@shulian/service-kit/fields';
import { TERM_KINDS, TERM_LINE_KINDS, type TermKind, type TermLineKind } from '../rules/e-resource.js';
import { Day } from './e-resources.http.js';

/** `POST /e-resources/{id}/lines` */
export class TermLineAsked {
  @ApiProperty({ enum: TERM_KINDS, description: '`add-on`: more quota within a term, which ends with it' })
  @IsIn(TERM_KINDS)
  kind!: TermKind;

  @Day('first day')
  startsOn!: string;

  @DayOrNone('last day; left out: bought for good, or, of an add-on, the end of its term')
  endsOn?: string;

  @Whole(0, LARGEST_WHOLE, 'fen')
  costFen!: number;

  @WholeOrNull(0, LARGEST_WHOLE, 'as much as may be used in the term, in the unit of the resource')
  quota?: number | null;

  @TextOrNull(limits.documentNumber, 'of contract or invoice')
  documentNumber?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /e-resource-lines/{id}/correction` */
export class TermCorrectionAsked {
  @Text(limits.correctionNote, 'what was wrong')
  note!: string;
}

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class TermLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ ...whole, description: 'of the resource, from 1 on' }) number!: number;
  @ApiProperty({ enum: TERM_LINE_KINDS }) kind!: TermLineKind;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ ...dayOrNull, description: 'null: for good' }) endsOn!: string | null;
  @ApiProperty({ ...whole, description: 'fen; of a correction below zero' }) costFen!: number;
  @ApiProperty({ ...wholeOrNull, description: 'of a correction below zero' }) quota!: number | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...wholeOrNull, description: 'number of the line that it corrects' }) corrects!:
    number | null;
  @ApiProperty({ description: 'a later line corrects it: it counts no more' }) corrected!: boolean;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
}
export class TermLinesPage {
  @ApiProperty({ type: [TermLineView] }) items!: TermLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
