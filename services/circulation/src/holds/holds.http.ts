import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID, ValidateIf } from 'class-validator';
import { PageAsked } from '@shulian/service-kit';
import { copyOf, type Hold, type HoldState } from './rules/hold.js';

const statuses = ['waiting', 'ready', 'fulfilled', 'cancelled', 'expired'] as const;

export class HoldAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'any copy of the title will do; or name one copy' })
  @ValidateIf((asked: HoldAsked) => asked.copyId === undefined || asked.titleId !== undefined)
  @IsUUID()
  titleId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'this copy only' })
  @IsOptional()
  @IsUUID()
  copyId?: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readerId!: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'where the reader picks it up; their own school when left out',
  })
  @IsOptional()
  @IsUUID()
  pickupSchoolId?: string;
}

export class HoldsAsked extends PageAsked {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readerId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  titleId?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'school of the pickup or of the reader' })
  @IsOptional()
  @IsUUID()
  schoolId?: string;

  @ApiPropertyOptional({ enum: statuses })
  @IsOptional()
  @IsIn(statuses)
  status?: HoldState['is'];
}

export class HoldView {
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
}

export class HoldPage {
  @ApiProperty({ type: [HoldView] }) readonly items!: HoldView[];
  @ApiProperty({ type: 'string', nullable: true }) readonly nextCursor!: string | null;
}

/** @param position place in the queue, for holds that wait */
export const toHoldView = (hold: Hold, position: number | null): HoldView => ({
  id: hold.id,
  titleId: hold.titleId,
  copyId: copyOf(hold),
  readerId: hold.readerId,
  pickupSchoolId: hold.pickupSchoolId,
  status: hold.state.is,
  placedAt: hold.placedAt,
  ...(hold.state.is === 'waiting' && position !== null ? { position } : {}),
  ...(hold.state.is === 'ready' ? { readyOn: hold.state.readyOn, pickUpByOn: hold.state.pickUpByOn } : {}),
  ...(hold.state.is === 'waiting' || hold.state.is === 'ready' ? {} : { endedOn: hold.state.endedOn }),
});
