import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { DayOrNull } from '@shulian/service-kit/fields';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { PRINTABLE } from '../desk/printable.http.js';
import { ShownCopyView } from '../desk/shown-copy.http.js';
import type { ShownCopy } from '../desk/shown-copy.row.js';
import { copyOf, type Hold, type HoldState } from './rules/hold.js';

const statuses = ['waiting', 'ready', 'fulfilled', 'cancelled', 'expired'] as const;

export class HoldAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'any copy of the title will do; or name one copy' })
  @ValidateIf((input: HoldAsked) => input.copyId === undefined || input.titleId !== undefined)
  @Id()
  titleId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'this copy only' })
  @IsOptional()
  @Id()
  copyId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'reader id or card number, one of the two' })
  @ValidateIf((input: HoldAsked) => input.cardNumber === undefined || input.readerId !== undefined)
  @Id()
  readerId?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  @Matches(PRINTABLE)
  cardNumber?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the school of the desk, with a card; may be left out by who works at one',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'where the reader picks it up; their own school when left out',
  })
  @IsOptional()
  @Id()
  pickupSchoolId?: string;
}

export class HoldsAsked extends ListAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  titleId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'school of the pickup or of the reader' })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: HoldState['is'];
}

export class SuspensionView {
  @ApiProperty({ format: 'date', nullable: true, type: 'string', description: 'null: until it is resumed' })
  readonly untilOn!: string | null;
}

export class HoldOnTheWay {
  @ApiProperty({ format: 'uuid' }) readonly transferId!: string;
  @ApiProperty({ format: 'uuid' }) readonly fromSchoolId!: string;
  @ApiProperty({ enum: ['requested', 'packed'], description: 'packed: it has left' })
  readonly status!: 'requested' | 'packed';
}

/** `POST /holds/{id}/suspension` */
export class SuspensionAsked {
  @DayOrNull('served again from this day on; left out or null: until it is resumed')
  untilOn?: string | null;
}

export class HoldView extends ShownCopyView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: 'string',
    description: 'the copy asked for, or on the hold shelf',
  })
  readonly copyId!: string | null;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ format: 'uuid' }) readonly pickupSchoolId!: string;
  @ApiProperty({ enum: statuses }) readonly status!: HoldState['is'];
  @ApiProperty({ format: 'date-time' }) readonly placedAt!: string;
  @ApiPropertyOptional({ type: 'integer', description: 'place in the queue of the pickup school, 1 is next' })
  readonly position?: number;
  @ApiPropertyOptional({ format: 'date' }) readonly readyOn?: string;
  @ApiPropertyOptional({ format: 'date', description: 'the last day it is kept' })
  readonly pickUpByOn?: string;
  @ApiPropertyOptional({ format: 'date' }) readonly endedOn?: string;
  @ApiPropertyOptional({ type: SuspensionView, description: 'it is passed over and keeps its place' })
  readonly suspended?: SuspensionView;
  @ApiPropertyOptional({ type: HoldOnTheWay, description: 'a copy of another school comes for it' })
  readonly onTheWay?: HoldOnTheWay;
}

export class HoldPage {
  @ApiProperty({ type: [HoldView] }) readonly items!: HoldView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

/** @param position place in the queue, for holds that wait. @param way of a copy that comes for it from another school */
export const toHoldView = (
  hold: Hold,
  position: number | null,
  shown: ShownCopy,
  way: HoldOnTheWay | null = null,
): HoldView => ({
  id: hold.id,
  titleId: hold.titleId,
  ...shown,
  copyId: copyOf(hold),
  readerId: hold.readerId,
  pickupSchoolId: hold.pickupSchoolId,
  status: hold.state.is,
  placedAt: hold.placedAt,
  ...(hold.state.is === 'waiting' && position !== null ? { position } : {}),
  ...(hold.state.is === 'waiting' && hold.suspended !== null ? { suspended: hold.suspended } : {}),
  ...(hold.state.is === 'waiting' && way !== null ? { onTheWay: way } : {}),
  ...(hold.state.is === 'ready' ? { readyOn: hold.state.readyOn, pickUpByOn: hold.state.pickUpByOn } : {}),
  ...(hold.state.is === 'waiting' || hold.state.is === 'ready' ? {} : { endedOn: hold.state.endedOn }),
});
