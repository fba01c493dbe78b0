import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean } from 'class-validator';
import { IdAsked, IdOrNone, OneOf, shown, TextOrNull, YesOfQuery } from '@shulian/service-kit/fields';
import { JUDGEMENTS, type Judgement } from './rules/judgement.js';

/** `GET /helper-evaluations` */
export class EvaluationsAsked extends ListAsked {
  @IdAsked('a term of the school')
  termId!: string;

  @IdOrNone('of this class and no other')
  classId?: string;

  @YesOfQuery('only those who have the award, or only the others')
  awarded?: boolean;
}

/** `PUT /helper-evaluations/{helperId}` */
export class JudgementAsked {
  @IdAsked('a term of the school')
  termId!: string;

  @OneOf(JUDGEMENTS)
  grade!: Judgement;

  @ApiProperty({ description: '评为优秀小图书管理员' })
  @IsBoolean()
  awarded!: boolean;

  @TextOrNull(limits.remark)
  words?: string | null;
}

/** `DELETE /helper-evaluations/{helperId}` */
export class JudgementOfTermAsked {
  @IdAsked('a term of the school')
  termId!: string;
}

/** What a class helper did in a term, and what the library says of it. */
export class EvaluationView {
  @ApiProperty(shown.id) helperId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty(shown.id) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...shown.whole, description: 'duties that are entered' }) duties!: number;
  @ApiProperty(shown.whole) kept!: number;
  @ApiProperty(shown.whole) late!: number;
  @ApiProperty(shown.whole) excused!: number;
  @ApiProperty({ ...shown.whole, description: 'taken over by another helper' }) substituted!: number;
  @ApiProperty(shown.whole) missed!: number;
  @ApiProperty({ ...shown.whole, description: 'duties of others that the helper took over' })
  stoodIn!: number;
  @ApiProperty({ ...shown.whole, description: 'trainings of the term to which the helper came' })
  trainings!: number;
  @ApiProperty({ description: 'has passed a training that is required before the first duty' })
  trained!: boolean;
  @ApiProperty({
    ...shown.whole,
    description:
      '2 for each duty kept or taken over, 1 for a late one, 3 for each training, −2 for each missed duty',
  })
  points!: number;
  @ApiProperty({ ...shown.orNull, enum: [...JUDGEMENTS, null], description: 'null: not judged yet' })
  grade!: Judgement | null;
  @ApiProperty() awarded!: boolean;
  @ApiProperty(shown.orNull) words!: string | null;
}
export class EvaluationsPage {
  @ApiProperty({ type: [EvaluationView] }) items!: EvaluationView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class JudgementView {
  @ApiProperty(shown.id) termId!: string;
  @ApiProperty(shown.id) helperId!: string;
  @ApiProperty({ enum: JUDGEMENTS }) grade!: Judgement;
  @ApiProperty() awarded!: boolean;
  @ApiProperty(shown.orNull) words!: string | null;
  @ApiProperty(shown.day) judgedOn!: string;
}
