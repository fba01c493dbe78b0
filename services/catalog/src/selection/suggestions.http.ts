import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, SchoolAsked, Text, TextOrNull } from '@shulian/service-kit/fields';
import {
  ASKERS,
  CHANNELS,
  SUGGESTION_STATUSES,
  type Channel,
  type SuggestionStatus,
} from './rules/suggestion.js';

/** `POST /suggestions` */
export class SuggestionAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.title, 'what is wished for')
  name!: string;

  @TextOrNull(60, 'ISBN-10 or ISBN-13, where it is known')
  isbn?: string | null;

  @TextOrNull(limits.contributor)
  contributor?: string | null;

  @TextOrNull(limits.publisher)
  publisher?: string | null;

  @ApiPropertyOptional({ enum: CHANNELS, default: 'form' })
  @IsOptional()
  @IsIn(CHANNELS)
  channel?: Channel;

  @TextOrNull(limits.orderName, 'the course for which a teacher needs it')
  course?: string | null;

  @DayOrNone('by which the lesson needs it')
  neededOn?: string;

  @TextOrNull(limits.remark, 'why')
  reason?: string | null;
}

const FATES = ['ordered', 'declined'] as const;

/** `POST /suggestions/{id}/fate` */
export class FateAsked {
  @ApiProperty({ enum: FATES })
  @IsIn(FATES)
  fate!: (typeof FATES)[number];

  @ApiPropertyOptional({ format: 'uuid', description: 'needed where it was ordered' })
  @IsOptional()
  @Id()
  orderId?: string;

  @TextOrNull(limits.remark, 'for the wisher; needed where it was declined')
  words?: string | null;
}

const YES = ['true', 'false'] as const;

/** `GET /suggestions` */
export class SuggestionsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ enum: SUGGESTION_STATUSES })
  @IsOptional()
  @IsIn(SUGGESTION_STATUSES)
  status?: SuggestionStatus;

  @ApiPropertyOptional({ enum: YES, description: 'only the own wishes' })
  @IsOptional()
  @IsIn(YES)
  mine?: (typeof YES)[number];

  @DayOrNone('only what is needed by this day, the most urgent first')
  neededBy?: string;
}

const orNull = { type: 'string', nullable: true } as const;

export class SuggestionView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(orNull) isbn!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) contributor!: string | null;
  @ApiProperty(orNull) publisher!: string | null;
  @ApiProperty({ enum: CHANNELS }) channel!: string;
  @ApiProperty({ enum: ASKERS }) asker!: string;
  @ApiProperty(orNull) course!: string | null;
  @ApiProperty({ ...orNull, format: 'date', description: 'by which the lesson needs it' })
  neededOn!: string | null;
  @ApiProperty(orNull) reason!: string | null;
  @ApiProperty({ format: 'date' }) suggestedOn!: string;
  @ApiProperty({ enum: SUGGESTION_STATUSES }) status!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) orderId!: string | null;
  @ApiProperty({ ...orNull, description: 'name of the order' }) order!: string | null;
  @ApiProperty({
    ...orNull,
    description: 'how far the order has come; cancelled: it will not come by this one',
  })
  orderStatus!: string | null;
  @ApiProperty({ ...orNull, description: 'what the wisher is told' }) words!: string | null;
  @ApiProperty({ ...orNull, format: 'date' }) decidedOn!: string | null;
  @ApiProperty({ description: 'the own wish' }) mine!: boolean;
  @ApiProperty({ type: 'integer' }) votes!: number;
  @ApiProperty({ description: 'the own vote is among them' }) voted!: boolean;
}
export class SuggestionsPage {
  @ApiProperty({ type: [SuggestionView] }) items!: SuggestionView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
