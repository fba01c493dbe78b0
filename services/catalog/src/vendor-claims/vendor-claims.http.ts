import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, Text, TextOrNull, WholeOrNull } from '@shulian/service-kit/fields';
import {
  FAULTS,
  VENDOR_CLAIM_OUTCOMES,
  VENDOR_CLAIM_STATUSES,
  type VendorClaimOutcome,
  type VendorClaimStatus,
} from './rules/vendor-claim.js';

/** `POST /vendor-claims` */
export class VendorClaimAsked {
  @ApiProperty({ format: 'uuid', description: 'all that was short, damaged or wrong in it' })
  @Id()
  deliveryId!: string;

  @TextOrNull(limits.remark, 'what the vendor was told')
  note?: string | null;
}

/** `POST /vendor-claims/{id}/answer` */
export class VendorAnswerAsked {
  @Text(limits.remark, 'what the vendor said')
  answer!: string;
}

/** `POST /vendor-claims/{id}/settlement` */
export class SettlementAsked {
  @ApiProperty({ enum: VENDOR_CLAIM_OUTCOMES })
  @IsIn(VENDOR_CLAIM_OUTCOMES)
  outcome!: VendorClaimOutcome;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'the accepted delivery that brought what was wanting; needed with a replacement',
  })
  @IsOptional()
  @Id()
  replacementId?: string;

  @WholeOrNull(1, LARGEST_WHOLE, 'fen; needed with a credit or a refund')
  amountFen?: number | null;

  @TextOrNull(limits.documentNumber, 'of the credit note or the payment')
  documentNumber?: string | null;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `POST /vendor-claims/{id}/withdrawal` and `…/reopening` */
export class ClaimReasonAsked {
  @Text(limits.remark)
  reason!: string;
}

/** `GET /vendor-claims` */
export class VendorClaimsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: VENDOR_CLAIM_STATUSES })
  @IsOptional()
  @IsIn(VENDOR_CLAIM_STATUSES)
  status?: VendorClaimStatus;
}

/** `GET /vendors-owing` */
export class VendorsOwingAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const day = { ...orNull, format: 'date' } as const;
const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;

class VendorClaimStepView {
  @ApiProperty({ enum: ['open', 'answer', 'settle', 'withdraw', 'reopen'] }) action!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty() by!: string;
  @ApiProperty(orNull) note!: string | null;
}

export class VendorClaimView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) deliveryId!: string;
  @ApiProperty(orNull) deliveryDocument!: string | null;
  @ApiProperty({ format: 'date' }) arrivedOn!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) orderId!: string | null;
  @ApiProperty(whole) lineNumber!: number;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty({ enum: FAULTS }) fault!: string;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty({ ...fen, description: 'fen, what they cost' }) fen!: number;
  @ApiProperty() vendor!: string;
  @ApiProperty({ enum: VENDOR_CLAIM_STATUSES }) status!: string;
  @ApiProperty({ format: 'date' }) openedOn!: string;
  @ApiProperty({ ...whole, description: 'how long it has been open, or was' }) days!: number;
  @ApiProperty(orNull) answer!: string | null;
  @ApiProperty({ ...orNull, enum: [...VENDOR_CLAIM_OUTCOMES, null] }) outcome!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'fen' }) amountFen!: number | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) replacementId!: string | null;
  @ApiProperty(day) endedOn!: string | null;
  @ApiProperty({ type: [VendorClaimStepView], description: 'what was done with it, in order' })
  trail!: VendorClaimStepView[];
}
export class VendorClaimsMade {
  @ApiProperty({ type: [VendorClaimView] }) items!: VendorClaimView[];
}
export class VendorClaimsPage {
  @ApiProperty({ type: [VendorClaimView] }) items!: VendorClaimView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class VendorOwingView {
  @ApiProperty() vendor!: string;
  @ApiProperty({ ...whole, description: 'claims that have not ended' }) claims!: number;
  @ApiProperty({ ...whole, description: 'of them, not answered yet' }) unanswered!: number;
  @ApiProperty(whole) volumes!: number;
  @ApiProperty(fen) fen!: number;
  @ApiProperty({ format: 'date' }) oldestOn!: string;
  @ApiProperty({ ...whole, description: 'of the oldest' }) days!: number;
}
export class VendorsOwingPage {
  @ApiProperty({ type: [VendorOwingView] }) items!: VendorOwingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
