import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { LARGEST_WHOLE, SchoolAsked, TextOrNull, Whole } from '@shulian/service-kit/fields';

/** Ten thousand million yuan; sums stay exact. */
const MOST_FEN = 1_000_000_000_000;

/** `POST /acquisition-plans` */
export class PlanAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(1900, 2999, 'the calendar year of the budget')
  year!: number;

  @Whole(0, LARGEST_WHOLE, 'printed volumes')
  printVolumes!: number;

  @Whole(0, LARGEST_WHOLE)
  ebooks!: number;

  @Whole(0, LARGEST_WHOLE)
  periodicalTitles!: number;

  @Whole(0, MOST_FEN, 'fen')
  budgetFen!: number;

  @TextOrNull(limits.remark, 'why volumes or budget are less than the year before')
  shrinkReason?: string | null;
}

const Changed = (maximum: number, description?: string): PropertyDecorator => {
  const decorators = [
    ApiPropertyOptional({
      type: 'integer',
      minimum: 0,
      maximum,
      ...(description === undefined ? {} : { description }),
    }),
    IsOptional(),
    IsInt(),
    Min(0),
    Max(maximum),
  ];
  return (target, key) => {
    for (const decorator of decorators) decorator(target, key);
  };
};

/** `PATCH /acquisition-plans/{id}`: what is left out stays. */
export class PlanChangeAsked {
  @Changed(LARGEST_WHOLE, 'printed volumes')
  printVolumes?: number;

  @Changed(LARGEST_WHOLE)
  ebooks?: number;

  @Changed(LARGEST_WHOLE)
  periodicalTitles?: number;

  @Changed(MOST_FEN, 'fen')
  budgetFen?: number;

  @TextOrNull(limits.remark, 'why volumes or budget are less than the year before; null empties')
  shrinkReason?: string | null;
}

/** `GET /acquisition-plans` */
export class PlansAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const whole = { type: 'integer' } as const;
const fen = { type: 'integer', description: 'fen' } as const;
const growth = {
  type: 'integer',
  nullable: true,
  description: 'on the year before, in hundredths of a percent: 1250 is 12.5 %; null without a year before',
} as const;

export class PlanView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty({ ...whole, description: 'planned' }) printVolumes!: number;
  @ApiProperty({ ...whole, description: 'planned' }) ebooks!: number;
  @ApiProperty({ ...whole, description: 'planned' }) periodicalTitles!: number;
  @ApiProperty(fen) budgetFen!: number;
  @ApiProperty({ type: 'string', nullable: true }) shrinkReason!: string | null;
  @ApiProperty({ ...whole, description: 'printed volumes of orders that were approved in the year' })
  ordered!: number;
  @ApiProperty(fen) orderedFen!: number;
  @ApiProperty({ ...fen, description: 'fen, of that what is still to come' }) onOrderFen!: number;
  @ApiProperty({ ...whole, description: 'printed volumes bought and accepted in the year' })
  accepted!: number;
  @ApiProperty({ ...whole, description: 'titles of periodicals on orders that were approved in the year' })
  periodicalsOrdered!: number;
  @ApiProperty({ ...whole, description: 'titles of periodicals bought and accepted in the year' })
  periodicalsAccepted!: number;
  @ApiProperty({ ...whole, description: 'volumes of e-books bought in the year, less what was corrected' })
  ebooksGot!: number;
  @ApiProperty({ ...fen, description: 'fen, what they cost' }) ebooksFen!: number;
  @ApiProperty({ ...fen, description: 'fen, e-books among it' }) spentFen!: number;
  @ApiProperty({ ...fen, description: 'fen, budget less what was spent; below zero where it was overdrawn' })
  leftFen!: number;
  @ApiProperty(growth) budgetGrowth!: number | null;
  @ApiProperty(growth) spentGrowth!: number | null;
}
export class PlansPage {
  @ApiProperty({ type: [PlanView] }) items!: PlanView[];
  @ApiProperty({ type: 'string', nullable: true }) nextCursor!: string | null;
}
