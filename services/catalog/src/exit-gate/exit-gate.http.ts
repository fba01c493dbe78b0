import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { SchoolAsked, TextOrNull } from '@shulian/service-kit/fields';
import { ALARM_OUTCOMES, ALARM_REASONS, type AlarmOutcome, type AlarmReason } from './rules/passage.js';

const orNull = { type: 'string', nullable: true } as const;
/** Copies that one person carries through the gate. */
const MOST_AT_ONCE = 50;

/** `POST /gate-checks` */
export class GateCheckAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_AT_ONCE, description: 'as the gate read them' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsString({ each: true })
  @MaxLength(limits.barcode, { each: true })
  @Matches(/^[\x21-\x7e]+$/, { each: true })
  barcodes!: string[];
}

export class PassageView {
  @ApiProperty() barcode!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty({ description: 'whether it may leave' }) passes!: boolean;
  @ApiProperty({ enum: ALARM_REASONS, nullable: true }) why!: AlarmReason | null;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the alarm that was raised' }) alarmId!:
    string | null;
}
export class GateCheckView {
  @ApiProperty({ description: 'whether any of them raises the alarm' }) alarm!: boolean;
  @ApiProperty({ type: [PassageView] }) items!: readonly PassageView[];
}

/** `PUT /gate-alarms/{id}/outcome` */
export class AlarmOutcomeAsked {
  @ApiProperty({ enum: ALARM_OUTCOMES })
  @IsIn(ALARM_OUTCOMES)
  outcome!: AlarmOutcome;

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

export class GateAlarmsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: ['true', 'false'], description: 'true: only those that nobody has settled' })
  @IsOptional()
  @IsIn(['true', 'false'])
  open?: string;
}

export class GateAlarmView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() barcode!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) copyId!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ enum: ALARM_REASONS }) why!: AlarmReason;
  @ApiProperty({ format: 'date-time' }) raisedAt!: string;
  @ApiProperty({ enum: ALARM_OUTCOMES, nullable: true }) outcome!: AlarmOutcome | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) settledOn!: string | null;
}
export class GateAlarmsPage {
  @ApiProperty({ type: [GateAlarmView] }) items!: GateAlarmView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
