import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsOptional,
  Matches,
  ValidateIf,
} from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';

/** A large class. */
const MOST_HELPERS = 80;
const given = (_: object, value: unknown): boolean => value !== undefined;

const HelpersAsked = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    maxItems: MOST_HELPERS,
    description: 'readers who help',
  })(target, key);
  IsOptional()(target, key);
  IsArray()(target, key);
  ArrayMaxSize(MOST_HELPERS)(target, key);
  Ids()(target, key);
};

/** `POST /mending-sessions` */
export class MendingSessionAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName)
  name!: string;

  @ApiProperty({ type: 'string', format: 'date', description: 'gone by or to come' })
  @Matches(/^[1-9]\d{3}-\d\d-\d\d$/)
  @IsDateString({ strict: true })
  heldOn!: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'the class that comes' })
  @IsOptional()
  @Id()
  classId?: string;

  @HelpersAsked()
  helperIds?: string[];

  @TextOrNull(limits.stockNote)
  note?: string | null;
}

/** `PATCH /mending-sessions/{id}`: what is left out stays. */
export class MendingSessionChange {
  @ApiPropertyOptional({ maxLength: limits.occasionName })
  @ValidateIf(given)
  @Text(limits.occasionName)
  name?: string;

  @DayOrNone('another day')
  heldOn?: string;

  @HelpersAsked()
  helperIds?: string[];

  @TextOrNull(limits.stockNote)
  note?: string | null;

  @ApiPropertyOptional({ description: 'true calls it off, false takes that back' })
  @IsOptional()
  @IsBoolean()
  cancelled?: boolean;
}

/** `GET /mending-sessions` */
export class MendingSessionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @Id()
  classId?: string;

  @DayOrNone('held on this day or later')
  from?: string;

  @DayOrNone('held on this day or before')
  to?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** A session in which pupils mend books (学生修补图书活动). */
export class MendingSessionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'date' }) heldOn!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) classId!: string | null;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty() cancelled!: boolean;
  @ApiProperty({ description: 'account or client' }) plannedBy!: string;
  @ApiProperty({ ...whole, description: 'how many help' }) helpers!: number;
  @ApiProperty({ ...whole, description: 'volumes credited to it' }) mended!: number;
  @ApiProperty({ ...whole, description: 'looked at in it, and candidates for weeding now' })
  beyondRepair!: number;
  @ApiProperty({ ...whole, description: 'looked at in it, and not damaged after all' }) notNeeded!: number;
}
export class SessionRead extends MendingSessionView {
  @ApiProperty({ type: [String], description: 'readers' }) helperIds!: string[];
}
export class MendingSessionsPage {
  @ApiProperty({ type: [MendingSessionView] }) items!: MendingSessionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
