import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { Id, ListAsked } from '@shulian/service-kit';
import { IsIn, IsOptional } from 'class-validator';
import { DayOrNone, Text, TextOrNull, WebAddress, Whole } from '@shulian/service-kit/fields';
import { Day, LONGEST, SchoolOrCounty } from '../register/e-resources.http.js';
import { E_RESOURCE_KINDS, type EResourceKind } from '../rules/e-resource.js';
import { TRIAL_OUTCOMES, TRIAL_STATES, type TrialOutcome, type TrialState } from '../rules/trial.js';

/** `POST /e-resource-trials` */
export class TrialAsked {
  @SchoolOrCounty()
  schoolId?: string | null;

  @ApiProperty({ enum: E_RESOURCE_KINDS })
  @IsIn(E_RESOURCE_KINDS)
  kind!: EResourceKind;

  @Text(LONGEST.name)
  name!: string;

  @TextOrNull(LONGEST.provider)
  provider?: string | null;

  @TextOrNull(LONGEST.scope)
  scope?: string | null;

  @WebAddress('where it is tried')
  url?: string | null;

  @Day('first day')
  startsOn!: string;

  @Day('last day')
  endsOn!: string;

  @TextOrNull(limits.remark)
  note?: string | null;
}

/** `PUT /e-resource-trials/{id}/evaluation` */
export class EvaluationAsked {
  @Text(
    limits.personName,
    'who evaluates, as it shall stand in the record: a teacher, a subject group; no pupil',
  )
  evaluator!: string;

  @Whole(1, 5, '5 is best')
  mark!: number;

  @Text(limits.remark)
  words!: string;
}

/** `POST /e-resource-trials/{id}/outcome` */
export class TrialOutcomeAsked {
  @ApiProperty({ enum: TRIAL_OUTCOMES, description: '`adopt` makes the entry in the register' })
  @IsIn(TRIAL_OUTCOMES)
  outcome!: TrialOutcome;

  @Text(limits.remark)
  reason!: string;

  @DayOrNone('new last day, of an extension')
  endsOn?: string;
}

/** `GET /e-resource-trials` */
export class TrialsAsked extends ListAsked {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'those of the school and of the county; left out by the county: all',
  })
  @IsOptional()
  @Id()
  schoolId?: string;

  @ApiPropertyOptional({ enum: TRIAL_STATES })
  @IsOptional()
  @IsIn(TRIAL_STATES)
  state?: TrialState;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class TrialStepView {
  @ApiProperty({ enum: TRIAL_OUTCOMES }) outcome!: TrialOutcome;
  @ApiProperty() reason!: string;
  @ApiProperty({ format: 'date' }) on!: string;
}
export class TrialView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'null: of the county' }) schoolId!: string | null;
  @ApiProperty(orNull) school!: string | null;
  @ApiProperty({ enum: E_RESOURCE_KINDS }) kind!: EResourceKind;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) provider!: string | null;
  @ApiProperty(orNull) scope!: string | null;
  @ApiProperty({ ...orNull, format: 'uri' }) url!: string | null;
  @ApiProperty({ format: 'date' }) startsOn!: string;
  @ApiProperty({ format: 'date' }) endsOn!: string;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty({ enum: TRIAL_STATES }) state!: TrialState;
  @ApiProperty({ ...orNull, format: 'uuid', description: 'the entry of the register that it became' })
  resourceId!: string | null;
  @ApiProperty(whole) evaluations!: number;
  @ApiProperty({ type: 'number', nullable: true, description: 'mean, to 2 decimals' }) mark!: number | null;
  @ApiProperty({ type: [TrialStepView], description: 'extensions and decisions that stand' })
  steps!: TrialStepView[];
}
export class EvaluationView {
  @ApiProperty() evaluator!: string;
  @ApiProperty(whole) mark!: number;
  @ApiProperty() words!: string;
  @ApiProperty({ format: 'date' }) on!: string;
  @ApiProperty({ description: 'by whoever asks' }) mine!: boolean;
}
export class TrialsPage {
  @ApiProperty({ type: [TrialView] }) items!: TrialView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
export class EvaluationsPage {
  @ApiProperty({ type: [EvaluationView] }) items!: EvaluationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
