import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { DayOrNone, SchoolAsked, TextOrNull, Whole } from '@shulian/service-kit/fields';
import { DAMAGES, REPAIR_STATES, type Damage, type RepairState } from '../repair/rules/repair.js';
import { DECISIONS, INSPECTED, type Decision, type Inspected } from './rules/inspection.js';

/** Things found in one inspection: a pile on the table. */
const MOST_FOUND = 100;
const MOST_LOOKED_AT = 1_000_000;
const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

class FindingAsked {
  @TextOrNull(limits.barcode, 'of a copy; or words')
  barcode?: string | null;

  @TextOrNull(limits.stockNote, 'what has no barcode: an issue, a bundle')
  words?: string | null;

  @ApiProperty({ enum: DAMAGES })
  @IsIn(DAMAGES)
  damage!: Damage;

  @ApiProperty({
    enum: DECISIONS,
    description:
      'to-repair: a line in the register of repairs; to-weed: that, ended as beyond repair; both need a barcode',
  })
  @IsIn(DECISIONS)
  decision!: Decision;
}

/** `POST /condition-inspections` */
export class InspectionAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ enum: INSPECTED })
  @IsIn(INSPECTED)
  what!: Inspected;

  @DayOrNone('today where left out; no day to come')
  inspectedOn?: string;

  @TextOrNull(limits.personName, 'who looked, where it was not who enters it')
  inspectedBy?: string | null;

  @ApiPropertyOptional({ format: 'uuid', description: 'where; the whole library where left out' })
  @IsOptional()
  @Id()
  locationId?: string;

  @Whole(0, MOST_LOOKED_AT, 'volumes, or issues of papers')
  lookedAt!: number;

  @ApiPropertyOptional({ type: [FindingAsked], maxItems: MOST_FOUND })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_FOUND)
  @ValidateNested({ each: true })
  @Type(() => FindingAsked)
  findings?: FindingAsked[];

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `GET /condition-inspections` */
export class InspectionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: INSPECTED })
  @IsOptional()
  @IsIn(INSPECTED)
  what?: Inspected;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

/** `GET /condition-months` */
export class InspectionMonthsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the first month; a year ago where left out')
  from?: string;

  @DayOrNone('a day of the last month; this month where left out')
  to?: string;
}

/** A look at the condition of the stock. */
export class InspectionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: INSPECTED }) what!: Inspected;
  @ApiProperty({ format: 'date' }) inspectedOn!: string;
  @ApiProperty(orNull) inspectedBy!: string | null;
  @ApiProperty({ description: 'account or client' }) enteredBy!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) locationId!: string | null;
  @ApiProperty({ ...orNull, description: 'the place in words' }) location!: string | null;
  @ApiProperty(whole) lookedAt!: number;
  @ApiProperty({ ...whole, description: 'damaged' }) found!: number;
  @ApiProperty({ ...whole, description: 'taken out of use to be mended' }) toRepair!: number;
  @ApiProperty({ ...whole, description: 'taken out of use, a candidate for weeding' }) toWeed!: number;
  @ApiProperty(whole) mendedAtOnce!: number;
  @ApiProperty(orNull) note!: string | null;
}
export class InspectionsPage {
  @ApiProperty({ type: [InspectionView] }) items!: InspectionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** What was found damaged, and what became of it. */
export class ConditionFinding {
  @ApiProperty({ ...whole, description: 'from 1' }) position!: number;
  @ApiProperty(orNull) barcode!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ ...orNull, description: 'the title of the copy, or what it is in words' })
  words!: string | null;
  @ApiProperty({ enum: DAMAGES }) damage!: Damage;
  @ApiProperty({ enum: DECISIONS }) decision!: Decision;
  @ApiProperty({ ...orNull, format: 'uuid' }) repairId!: string | null;
  @ApiProperty({ ...orNull, enum: [...REPAIR_STATES, null], description: 'of its repair, as it is now' })
  repairState!: RepairState | null;
  @ApiProperty({ ...orNull, description: 'why it was not taken out of use' }) code!: string | null;
}
export class ConditionFindingsPage {
  @ApiProperty({ type: [ConditionFinding] }) items!: ConditionFinding[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** A month of one kind of stock: the month’s end is the latest day for a look at it. */
export class InspectionMonth {
  @ApiProperty({ format: 'date', description: 'its first day' }) month!: string;
  @ApiProperty({ enum: INSPECTED }) what!: Inspected;
  @ApiProperty(whole) inspections!: number;
  @ApiProperty({ ...orNull, format: 'date' }) lastOn!: string | null;
  @ApiProperty(whole) lookedAt!: number;
  @ApiProperty(whole) found!: number;
  @ApiProperty(whole) toRepair!: number;
  @ApiProperty(whole) toWeed!: number;
  @ApiProperty(whole) mendedAtOnce!: number;
  @ApiProperty({ description: 'the month is over, and nobody has looked' }) missed!: boolean;
}
export class InspectionMonthsPage {
  @ApiProperty({ type: [InspectionMonth] }) items!: InspectionMonth[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
