import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { DayOrNone, SchoolAsked, Text, TextOrNull, Things, WholeOrNull } from '@shulian/service-kit/fields';

export class AllocationLineAsked {
  @ApiProperty({ format: 'uuid', description: 'a campus, or any place under it' })
  @Id()
  locationId!: string;

  @TextOrNull(limits.clc, 'class number, with all that is filed under it; left out: whatever its class')
  clc?: string | null;

  @WholeOrNull(0, 10_000, 'of 10,000 volumes of the class in the school; this or `volumes`')
  share?: number | null;

  @WholeOrNull(0, 10_000_000)
  volumes?: number | null;
}

/** `POST /allocation-schemes` */
export class AllocationSchemeAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('from which it holds; today where left out')
  effectiveOn?: string;

  @Text(limits.remark, 'why it is written, or revised')
  reason!: string;

  @Things(AllocationLineAsked, 200)
  lines!: AllocationLineAsked[];
}

/** `GET /allocation-schemes` */
export class AllocationSchemesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /allocation` */
export class AllocationAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('by the scheme of this day; today where left out')
  on?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class AllocationSchemeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'date' }) effectiveOn!: string;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date' }) writtenOn!: string;
  @ApiProperty({ enum: ['planned', 'in-force', 'replaced'] }) standing!: string;
  @ApiProperty(whole) lines!: number;
}
export class AllocationSchemesPage {
  @ApiProperty({ type: [AllocationSchemeView] }) items!: AllocationSchemeView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class AllocationLineView {
  @ApiProperty(whole) number!: number;
  @ApiProperty({ format: 'uuid' }) locationId!: string;
  @ApiProperty({ description: 'the place with those above it' }) place!: string;
  @ApiProperty(orNull) clc!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'of 10,000' }) share!: number | null;
  @ApiProperty({ ...whole, description: 'volumes that shall stand there' }) target!: number;
  @ApiProperty({ ...whole, description: 'volumes that stand there now' }) standing!: number;
  @ApiProperty({ ...whole, description: 'volumes of the class in the school' }) ofSchool!: number;
  @ApiProperty({ ...whole, description: 'to be brought there; less than 0: to be taken away' })
  toMove!: number;
}
export class AllocationPage {
  @ApiProperty({ type: [AllocationLineView] }) items!: AllocationLineView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
