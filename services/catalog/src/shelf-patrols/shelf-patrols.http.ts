import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { STOCK_STATES, type StockState } from '@shulian/contracts/words';
import { Id, ListAsked } from '@shulian/service-kit';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { DayOrNone, SchoolAsked, TextOrNull } from '@shulian/service-kit/fields';
import { MISPLACED, type Misplaced } from './rules/reading-of-shelf.js';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `POST /shelf-patrols` */
export class PatrolAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ format: 'uuid', description: 'the place that was walked, with all that is below it' })
  @Id()
  locationId!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: limits.barcode },
    minItems: 1,
    maxItems: limits.scans,
    description: 'as scanned along the shelf, in this order',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.scans)
  @IsString({ each: true })
  @MaxLength(limits.barcode, { each: true })
  @Matches(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Cs}]*$/u, { each: true })
  @Matches(/\S/, { each: true })
  barcodes!: string[];

  @TextOrNull(limits.personName, 'who walked, where it was not who enters it')
  walkedBy?: string | null;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `GET /shelf-patrols` */
export class PatrolsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'of this place and no other' })
  @IsOptional()
  @Id()
  locationId?: string;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

/** `GET /shelf-patrol-days` */
export class PatrolDaysAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('first day; thirty days ago where left out')
  from?: string;

  @DayOrNone('last day; today where left out')
  to?: string;
}

/** `GET /shelf-patrols/{id}/findings` */
export class PatrolFindingsAsked extends ListAsked {
  @ApiPropertyOptional({ type: 'boolean', description: 'only what is not put right' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  open?: boolean;
}

/** `POST /shelf-patrols/{id}/corrections` */
export class CorrectionsAsked {
  @ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: limits.scans },
    minItems: 1,
    maxItems: limits.scans,
    description: 'positions of findings',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.scans)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(limits.scans, { each: true })
  positions!: number[];

  @ApiPropertyOptional({ default: true, description: 'false takes it back' })
  @IsOptional()
  @IsBoolean()
  putRight: boolean = true;
}

/** A walk along a shelf (巡架). */
export class PatrolView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) locationId!: string;
  @ApiProperty({ description: 'the place in words, from the campus down' }) location!: string;
  @ApiProperty({ format: 'date' }) walkedOn!: string;
  @ApiProperty(orNull) walkedBy!: string | null;
  @ApiProperty({ description: 'account or client' }) enteredBy!: string;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty(whole) scanned!: number;
  @ApiProperty({ ...whole, description: 'of these, what did not belong where it stood' }) misplaced!: number;
  @ApiProperty({ ...whole, description: 'of these, what is put right' }) putRight!: number;
}
export class PatrolsPage {
  @ApiProperty({ type: [PatrolView] }) items!: PatrolView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What did not belong where it stood. */
export class PatrolFinding {
  @ApiProperty({ ...whole, description: 'its place along the shelf, from 1' }) position!: number;
  @ApiProperty() barcode!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty({ enum: MISPLACED }) finding!: Misplaced;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty({ ...orNull, description: 'where the copy belongs, in words' }) belongsIn!: string | null;
  @ApiProperty({ ...orNull, description: 'barcode of the copy it belongs behind on this shelf' })
  behindBarcode!: string | null;
  @ApiProperty({ ...orNull, description: 'call number of that copy' }) behindCallNumber!: string | null;
  @ApiProperty({ ...orNull, enum: [...STOCK_STATES, null] }) stockState!: StockState | null;
  @ApiProperty({ ...orNull, format: 'date' }) putRightOn!: string | null;
  @ApiProperty(orNull) putRightBy!: string | null;
}
export class PatrolFindingsPage {
  @ApiProperty({ type: [PatrolFinding] }) items!: PatrolFinding[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A day: a shelf is walked daily, and a day without a walk shows. */
export class PatrolDay {
  @ApiProperty({ format: 'date' }) day!: string;
  @ApiProperty(whole) patrols!: number;
  @ApiProperty({ ...whole, description: 'different places' }) places!: number;
  @ApiProperty(whole) scanned!: number;
  @ApiProperty(whole) misplaced!: number;
  @ApiProperty(whole) putRight!: number;
}
export class PatrolDaysPage {
  @ApiProperty({ type: [PatrolDay] }) items!: PatrolDay[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
