import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsOptional } from 'class-validator';
import {
  IdAsked,
  IdOrNone,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  WholeOrNone,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE, MOST_AT_ONCE } from '../bounds.http.js';
import { LEAVING, MISSING, type Leaving, type Missing } from './rules/clearance.js';

const STATES = ['open', 'cleared'] as const;
type State = (typeof STATES)[number];

/** `GET /clearances/check` */
export class ClearanceCheckAsked {
  @IdAsked()
  readerId!: string;
}
export class ReaderCheck {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ description: 'nothing is missing' }) readonly isClear!: boolean;
  @ApiProperty({ enum: MISSING, isArray: true }) readonly outstanding!: Missing[];
  @ApiProperty(shown.whole) readonly openLoans!: number;
  @ApiProperty({ ...shown.whole, description: 'compensations that are owed' }) readonly debts!: number;
  @ApiProperty({ ...shown.idOrNull, description: 'the clearance that was opened' })
  readonly clearanceId!: string | null;
  @ApiProperty({ ...shown.dayOrNull, description: 'when it was given' }) readonly clearedOn!: string | null;
}

/** `POST /clearances` */
export class ClearancesAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'these readers; or a class; or a grade',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @Ids()
  readerIds?: string[];

  @IdOrNone()
  classId?: string;

  @WholeOrNone(1, 12)
  grade?: number;

  @OneOf(LEAVING)
  why!: Leaving;

  @ApiPropertyOptional({ default: false, description: 'the archive has files that go along' })
  @IsOptional()
  @IsBoolean()
  withFiles: boolean = false;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class ClearancesAnswer {
  @ApiProperty(shown.whole) readonly opened!: number;
  @ApiProperty({ ...shown.whole, description: 'had one already' }) readonly already!: number;
}

/** `GET /clearances` */
export class ClearanceListAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of the class when it was opened')
  classId?: string;

  @OneOfOrNone(STATES)
  state?: State;

  @OneOfOrNone(MISSING, 'only those of whom this is missing')
  missing?: Missing;
}
export class ClearanceView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty({ enum: LEAVING }) readonly why!: Leaving;
  @ApiProperty({ format: 'date' }) readonly openedOn!: string;
  @ApiProperty(shown.whole) readonly openLoans!: number;
  @ApiProperty({ ...shown.whole, description: 'compensations that are owed' }) readonly debts!: number;
  @ApiProperty({ ...shown.dayOrNull, description: 'when the card was handed in here' })
  readonly cardInOn!: string | null;
  @ApiProperty() readonly withFiles!: boolean;
  @ApiProperty(shown.dayOrNull) readonly filesInOn!: string | null;
  @ApiProperty({ enum: MISSING, isArray: true, description: 'now' }) readonly outstanding!: Missing[];
  @ApiProperty({ enum: STATES }) readonly state!: State;
  @ApiProperty(shown.dayOrNull) readonly clearedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly clearedBy!: string | null;
  @ApiProperty({ ...shown.wholeOrNull, description: 'of the certificate, gapless at the school' })
  readonly number!: number | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class ClearancesPage {
  @ApiProperty({ type: [ClearanceView] }) readonly items!: ClearanceView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
export class ClearanceClass {
  @ApiProperty(shown.idOrNull) readonly classId!: string | null;
  @ApiProperty(shown.whole) readonly readers!: number;
  @ApiProperty(shown.whole) readonly cleared!: number;
  @ApiProperty({ ...shown.whole, description: 'of the others, with copies out' }) readonly withLoans!: number;
  @ApiProperty({ ...shown.whole, description: 'of the others, in debt' }) readonly withDebts!: number;
}
export class ClearanceClassesPage {
  @ApiProperty({ type: [ClearanceClass] }) readonly items!: ClearanceClass[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
export class ClearanceClassesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `POST /clearances/{id}/hand-ins` */
export class HandInAsked {
  @OneOf(['card', 'files'])
  what!: 'card' | 'files';

  @ApiPropertyOptional({ default: true, description: 'false takes it back' })
  @IsOptional()
  @IsBoolean()
  handedIn: boolean = true;
}
