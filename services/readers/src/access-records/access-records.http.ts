import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { purposes, type Purpose } from '@shulian/contracts/personal-data';
import { ListAsked } from '@shulian/service-kit';
import { IdOrNone, SchoolAsked, shown } from '@shulian/service-kit/fields';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

const LONGEST_CALLER = 100;
/** An id of ours: that of an account, or the name of a client. */
const CALLER = /^[\w.:-]{1,100}$/;

/** An instant with its zone, that may be left out; PostgreSQL knows no zone sixteen hours away. */
const InstantOrNone = (description: string): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ type: 'string', format: 'date-time', description }),
    IsOptional(),
    Matches(/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-](0\d|1[0-5]):\d\d)$/),
    IsISO8601({ strict: true }),
  );

class TimeAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @InstantOrNone('from this moment on')
  from?: string;

  @InstantOrNone('before this moment')
  to?: string;
}
/** `GET /access-records` */
export class AccessRecordsAsked extends TimeAsked {
  @IdOrNone('who was seen')
  readerId?: string;

  @ApiPropertyOptional({ maxLength: LONGEST_CALLER, description: 'who saw: an account or a client' })
  @IsOptional()
  @Matches(CALLER)
  caller?: string;
}
export class AccessRecord {
  @ApiProperty({ description: 'running number in the county' }) readonly id!: number;
  @ApiProperty({ format: 'date-time' }) readonly seenAt!: string;
  @ApiProperty({ enum: ['account', 'client'] }) readonly callerKind!: string;
  @ApiProperty({ description: 'account or client' }) readonly caller!: string;
  @ApiProperty({ description: 'by which operation' }) readonly operation!: string;
  @ApiProperty({ enum: Object.keys(purposes) }) readonly purpose!: Purpose;
  @ApiProperty(shown.id) readonly readerId!: string;
  @ApiProperty({ ...shown.orNull, description: 'the request, as the lines of the log name it' })
  readonly requestId!: string | null;
}
export class AccessRecordsPage {
  @ApiProperty({ type: [AccessRecord] }) readonly items!: AccessRecord[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `GET /access-records/accounts` */
export class AccountsThatReadAsked extends TimeAsked {}
export class AccountThatRead {
  @ApiProperty({ enum: ['account', 'client'] }) readonly callerKind!: string;
  @ApiProperty({ description: 'account or client' }) readonly caller!: string;
  @ApiProperty({ ...shown.whole, description: 'readers who were seen, as often as they were' })
  readonly reads!: number;
  @ApiProperty({ ...shown.whole, description: 'readers who were seen, each once' }) readonly readers!: number;
  @ApiProperty({ format: 'date-time' }) readonly firstAt!: string;
  @ApiProperty({ format: 'date-time' }) readonly lastAt!: string;
}
export class AccountsThatReadPage {
  @ApiProperty({ type: [AccountThatRead] }) readonly items!: AccountThatRead[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

/** `GET /access-records/seals` */
export class AccessSealsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}
export class AccessSeal {
  @ApiProperty({ ...shown.whole, description: 'gapless at the school' }) readonly number!: number;
  @ApiProperty({ format: 'date-time' }) readonly sealedAt!: string;
  @ApiProperty(shown.whole) readonly entries!: number;
  @ApiProperty({ description: 'SHA-256 of the hash before and of the entries, hexadecimal' })
  readonly hash!: string;
  @ApiProperty({ description: 'counted anew just now: the entries and the seal before are what was sealed' })
  readonly isIntact!: boolean;
}
export class AccessSealsPage {
  @ApiProperty({ type: [AccessSeal] }) readonly items!: AccessSeal[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
