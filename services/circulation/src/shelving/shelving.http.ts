import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import {
  DayOrNone,
  IdOrNone,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE, MOST_AT_ONCE } from '../bounds.http.js';
import { PRINTABLE } from '../desk/printable.http.js';

/** Where a copy is that came back. */
export const SHELVING = ['waiting', 'shelved', 'missing'] as const;
export type Shelving = (typeof SHELVING)[number];

/** `GET /returned-copies` */
export class ReturnedCopiesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(SHELVING, 'waiting where left out')
  state?: Shelving;

  @DayOrNone('came back on this day or later; thirty days ago where left out')
  from?: string;

  @DayOrNone('came back on this day or before; today where left out')
  to?: string;

  @IdOrNone('lent to this class, or to who was in it')
  classId?: string;
}
export class ReturnedCopy {
  @ApiProperty({ format: 'uuid' }) readonly loanId!: string;
  @ApiProperty({ format: 'uuid' }) readonly copyId!: string;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty(shown.orNull) readonly callNumber!: string | null;
  @ApiProperty({ ...shown.idOrNull, description: 'whose pile it came with' }) readonly classId!:
    string | null;
  @ApiProperty({ format: 'date' }) readonly returnedOn!: string;
  @ApiProperty({ enum: SHELVING }) readonly state!: Shelving;
  @ApiProperty(shown.dayOrNull) readonly markedOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly markedBy!: string | null;
}
export class ReturnedCopiesPage {
  @ApiProperty({ type: [ReturnedCopy] }) readonly items!: ReturnedCopy[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /returned-copies/marks` */
export class ShelvingAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({
    type: [String],
    minItems: 1,
    maxItems: MOST_AT_ONCE,
    description: 'as scanned; of each copy the return that came last is meant',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(64, { each: true })
  @Matches(PRINTABLE, { each: true })
  @IsOptional()
  barcodes?: string[];

  @IdOrNone('instead of barcodes: all that this class brought back on the day')
  classId?: string;

  @DayOrNone('with a class: the day; today where left out')
  on?: string;

  @OneOf(SHELVING)
  state!: Shelving;
}
export class ShelvingAnswer {
  @ApiProperty(shown.whole) readonly marked!: number;
  @ApiProperty({ type: [String], description: 'barcodes of which nothing came back in thirty days' })
  readonly unknown!: string[];
}

/** `GET /daily-cycles` */
export class CyclesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day; six days ago where left out')
  from?: string;

  @DayOrNone('last day; today where left out')
  to?: string;
}
export class DailyCycle {
  @ApiProperty({ format: 'date' }) readonly day!: string;
  @ApiProperty({ ...shown.whole, description: 'came back' }) readonly returned!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, on the shelf' }) readonly shelved!: number;
  @ApiProperty(shown.whole) readonly missing!: number;
  @ApiProperty({ ...shown.whole, description: 'classes whose pupils brought something back' })
  readonly classes!: number;
  @ApiProperty(shown.whole) readonly lent!: number;
  @ApiProperty({ ...shown.orNull, format: 'uuid', description: 'the tidying of the day' })
  readonly tidyingId!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly tidiedBy!: string | null;
}
export class DailyCyclesPage {
  @ApiProperty({ type: [DailyCycle] }) readonly items!: DailyCycle[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `POST /shelf-tidyings` */
export class TidyingAsked {
  @SchoolAsked()
  schoolId?: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}
export class TidyingView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly tidiedOn!: string;
  @ApiProperty({ description: 'account or client' }) readonly tidiedBy!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
