import { ApiProperty } from '@nestjs/swagger';
import { DayOrNone, LineOrNull, OneOf, SchoolAsked, shown } from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { CLOSING_STEPS, type ClosingStep } from './rules/closing-steps.js';

/** `GET /term-closings` */
export class TermClosingAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('a day of the term; today where left out')
  on?: string;
}
/** `POST /term-closings/steps` */
export class ClosingStepAsked extends TermClosingAsked {
  @OneOf(CLOSING_STEPS)
  step!: ClosingStep;

  @LineOrNull(LONGEST_NOTE, 'needed where something is left')
  note?: string | null;
}
export class ClosingStepView {
  @ApiProperty({ enum: CLOSING_STEPS }) readonly step!: ClosingStep;
  @ApiProperty({ enum: ['done', 'next', 'waiting'] }) readonly state!: 'done' | 'next' | 'waiting';
  @ApiProperty({
    ...shown.whole,
    description:
      'left now: copies out; compensations owed; settled losses that are not struck; cash lines that are in no closed period',
  })
  readonly remaining!: number;
  @ApiProperty({ ...shown.wholeOrNull, description: 'left when it was ended' })
  readonly remainingThen!: number | null;
  @ApiProperty(shown.dayOrNull) readonly doneOn!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly doneBy!: string | null;
  @ApiProperty(shown.orNull) readonly note!: string | null;
}
export class TermClosingView {
  @ApiProperty({ format: 'uuid' }) readonly schoolId!: string;
  @ApiProperty({ format: 'date' }) readonly termStartsOn!: string;
  @ApiProperty({ format: 'date' }) readonly termEndsOn!: string;
  @ApiProperty({ description: 'all steps are ended' }) readonly isClosed!: boolean;
  @ApiProperty({ type: [ClosingStepView], description: 'in their order' })
  readonly steps!: ClosingStepView[];
}
