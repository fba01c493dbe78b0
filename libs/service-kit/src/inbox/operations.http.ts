import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageAsked } from '../http/page.js';

export class ParkedAsked extends PageAsked {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'those that were digested or dismissed since (kept for 90 days), instead of those that wait',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  resolved: boolean = false;
}

export class ReplayAsked {
  @ApiProperty({ description: 'the consumer group, as the list shows it' })
  @IsString()
  @MaxLength(200)
  handler!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(200)
  topic!: string;

  @ApiProperty()
  @IsString()
  @MaxLength(500)
  key!: string;
}

export class DismissalAsked {
  @ApiProperty({ description: 'kept beside the record, with who and when' })
  @IsString()
  @Length(3, 500)
  why!: string;
}

const instant = (description: string): PropertyDecorator => ApiProperty({ format: 'date-time', description });

export class RepublishAsked {
  @instant('events that were sent then or later; the outbox keeps seven days')
  @IsISO8601({ strict: true })
  @MaxLength(40)
  since!: string;
}

export class RereadAsked {
  @instant('events that came to the log then or later')
  @IsISO8601({ strict: true })
  @MaxLength(40)
  since!: string;

  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'do it, instead of saying what would be done',
  })
  @IsOptional()
  @IsBoolean()
  confirm: boolean = false;
}

const nullable = (type: 'string' | 'integer', description?: string): PropertyDecorator =>
  ApiProperty({ type, nullable: true, ...(description === undefined ? {} : { description }) });
const nullableInstant = (): PropertyDecorator =>
  ApiProperty({ type: 'string', format: 'date-time', nullable: true });

/** A record that could not be digested, or waits behind one of the same key. What could not be read is null. */
export class ParkedEventView {
  @ApiProperty({ type: 'integer' })
  readonly n!: number;
  @ApiProperty()
  readonly handler!: string;
  @ApiProperty()
  readonly topic!: string;
  @ApiProperty({ type: 'integer' })
  readonly part!: number;
  @ApiProperty({ type: 'integer' })
  readonly offset!: number;
  @nullable('string')
  readonly key!: string | null;
  @nullable('string')
  readonly type!: string | null;
  @nullable('string')
  readonly eventId!: string | null;
  @nullable('integer', 'of its value')
  readonly bytes!: number | null;
  @ApiProperty()
  readonly error!: string;
  @ApiProperty({ format: 'date-time' })
  readonly parkedAt!: string;
  @ApiProperty({ type: 'string', enum: ['digested', 'dismissed', null], nullable: true })
  readonly resolution!: 'digested' | 'dismissed' | null;
  @nullableInstant()
  readonly resolvedAt!: string | null;
  @nullable('string')
  readonly resolvedBy!: string | null;
  @nullable('string')
  readonly why!: string | null;
}
export class ParkedEventsPage {
  @ApiProperty({ type: [ParkedEventView] })
  readonly items!: ParkedEventView[];
  @nullable('string')
  readonly nextCursor!: string | null;
}

export class ReplayedView {
  @ApiProperty({ type: 'integer' })
  readonly resolved!: number;
  @ApiPropertyOptional({ description: 'why the next one still fails' })
  readonly stillFails?: string;
}

export class DismissedView {
  @ApiProperty({ type: 'boolean' })
  readonly dismissed!: true;
}

class RereadingView {
  @ApiProperty()
  readonly handler!: string;
  @ApiProperty()
  readonly topic!: string;
  @ApiProperty({ type: 'integer' })
  readonly part!: number;
  @ApiProperty({ type: 'integer' })
  readonly digestedUpTo!: number;
  @ApiProperty({ type: 'integer' })
  readonly from!: number;
  @ApiProperty({ type: 'integer' })
  readonly events!: number;
}

export class RereadingsView {
  @ApiProperty({ type: [RereadingView] })
  readonly rereadings!: readonly RereadingView[];
  @ApiProperty()
  readonly done!: boolean;
}
