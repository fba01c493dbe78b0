import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, TextOrNull, WholeOrNull } from '@shulian/service-kit/fields';
import { CLAIM_OUTCOMES, MISSING_STATES, type ClaimOutcome, type MissingState } from '../rules/claim.js';
import { SERIAL_KINDS, type SerialKind } from '../rules/serial.js';
import { YearAsked } from '../subscriptions/subscriptions.http.js';

const MOST = 200;

/** `POST /missing-issue-claims` */
export class ClaimAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: MOST,
    description: 'of the list of what is missing; claimed before, it is claimed once more',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @Ids()
  issueIds!: string[];

  @ApiPropertyOptional({ format: 'uuid', description: 'that of the subscriptions where left out' })
  @IsOptional()
  @Id()
  vendorId?: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /missing-issue-claims/{id}/outcome` */
export class OutcomeAsked {
  @ApiProperty({ enum: CLAIM_OUTCOMES })
  @IsIn(CLAIM_OUTCOMES)
  outcome!: ClaimOutcome;

  @WholeOrNull(1, LARGEST_WHOLE, 'fen; needed with a refund, and only there')
  refundFen?: number | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `GET /missing-issues` */
export class MissingAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YearAsked('the year that runs where left out')
  year?: number;

  @ApiPropertyOptional({ enum: MISSING_STATES, description: 'all where left out' })
  @IsOptional()
  @IsIn(MISSING_STATES)
  state?: MissingState;
}

/** `GET /serial-years` */
export class YearsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YearAsked('the year that runs where left out')
  year?: number;

  @ApiPropertyOptional({ enum: SERIAL_KINDS })
  @IsOptional()
  @IsIn(SERIAL_KINDS)
  kind?: SerialKind;
}

const orNull = { type: 'string', nullable: true } as const;
const day = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;

/** A line of the register of missing issues (缺刊漏刊登记). */
export class MissingView {
  @ApiProperty({ format: 'uuid' }) issueId!: string;
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty(whole) year!: number;
  @ApiProperty() label!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
  @ApiProperty({ format: 'date' }) missingFrom!: string;
  @ApiProperty({ ...whole, description: 'copies that are wanting; of an ended claim, that were' })
  copies!: number;
  @ApiProperty({ enum: MISSING_STATES }) state!: MissingState;
  @ApiProperty({ ...orNull, format: 'uuid' }) claimId!: string | null;
  @ApiProperty(orNull) vendor!: string | null;
  @ApiProperty(day) claimedOn!: string | null;
  @ApiProperty(day) lastClaimedOn!: string | null;
  @ApiProperty(whole) times!: number;
  @ApiProperty(day) endedOn!: string | null;
  @ApiProperty({ ...whole, nullable: true, description: 'fen' }) refundFen!: number | null;
  @ApiProperty(orNull) note!: string | null;
}
export class MissingPage {
  @ApiProperty({ type: [MissingView] }) items!: MissingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class ClaimsAnswer {
  @ApiProperty(whole) claimed!: number;
  @ApiProperty({ type: [String], format: 'uuid', description: 'issues that are not missing' })
  notMissing!: string[];
}

/** What became of a serial in a year, to be checked at its end. */
export class SerialYearView {
  @ApiProperty({ format: 'uuid' }) serialId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: SerialKind;
  @ApiProperty(orNull) postalCode!: string | null;
  @ApiProperty({ ...whole, description: 'copies of each issue' }) copies!: number;
  @ApiProperty({ ...whole, description: 'issues of the year that are due' }) due!: number;
  @ApiProperty({ ...whole, description: 'of these, received in full' }) received!: number;
  @ApiProperty({ ...whole, description: 'of these, received late' }) late!: number;
  @ApiProperty({ ...whole, description: 'of these, not there or not in full' }) missing!: number;
  @ApiProperty({ ...whole, description: 'of the missing: claimed, not ended' }) claimed!: number;
  @ApiProperty(whole) refunded!: number;
  @ApiProperty(whole) givenUp!: number;
  @ApiProperty({ ...whole, description: 'supplements that came' }) supplements!: number;
}
export class SerialYearsPage {
  @ApiProperty({ type: [SerialYearView] }) items!: SerialYearView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
