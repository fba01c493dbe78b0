import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Ids, ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import { ARCHIVE_CLASSES, RETENTIONS, type ArchiveClass, type Retention } from '../rules/archive-file.js';
import { DESTRUCTION_STATES, type DestructionState } from '../rules/destruction.js';

/** Files of one proposal. */
export const MOST_TO_DESTROY = 500;

/** `GET /archive-expiries` */
export class ExpiriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('run out by this day; today where left out')
  on?: string;
}

/** `POST /archive-destructions` */
export class DestructionAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.occasionName)
  name!: string;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    minItems: 1,
    maxItems: MOST_TO_DESTROY,
    description: 'that have run out and stand on no other proposal',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_TO_DESTROY)
  @Ids()
  fileIds!: string[];
}

/** `POST /archive-destructions/{id}/approval` */
export class DestructionApproval {
  @Text(limits.documentNumber)
  documentNumber!: string;

  @TextOrNull(limits.remark)
  words?: string | null;
}

/** `POST /archive-destructions/{id}/refusal`, `…/withdrawal`, `…/revocation` */
export class DestructionReason {
  @Text(limits.remark)
  words!: string;
}

/** `POST /archive-destructions/{id}/execution` */
export class DestructionCarriedOut {
  @Text(limits.personName, 'who has watched it')
  witness!: string;
}

/** `GET /archive-destructions` */
export class DestructionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: DESTRUCTION_STATES })
  @IsOptional()
  @IsIn(DESTRUCTION_STATES)
  state?: DestructionState;
}

const orNull = { type: 'string', nullable: true } as const;
const dayOrNull = { ...orNull, format: 'date' } as const;

export class ExpiryView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '档号' }) code!: string;
  @ApiProperty({ enum: ARCHIVE_CLASSES }) class!: ArchiveClass;
  @ApiProperty({ type: 'integer' }) year!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: RETENTIONS }) retention!: Retention;
  @ApiProperty({ format: 'date' }) filedOn!: string;
  @ApiProperty({ format: 'date', description: 'from this day on it need not be kept' }) expiredOn!: string;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'on which it stands already' })
  destructionId!: string | null;
}
export class ExpiriesPage {
  @ApiProperty({ type: [ExpiryView] }) items!: ExpiryView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class DestructionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: DESTRUCTION_STATES }) state!: DestructionState;
  @ApiProperty({ type: 'integer' }) files!: number;
  @ApiProperty({ format: 'date' }) proposedOn!: string;
  @ApiProperty(dayOrNull) decidedOn!: string | null;
  @ApiProperty(orNull) documentNumber!: string | null;
  @ApiProperty(orNull) words!: string | null;
  @ApiProperty(dayOrNull) carriedOutOn!: string | null;
  @ApiProperty(orNull) witness!: string | null;
}
export class DestructionsPage {
  @ApiProperty({ type: [DestructionView] }) items!: DestructionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
