import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import type { CalendarDay } from '@shulian/contracts/ids';
import { CARD_STATUSES } from '../cards/cards.http.js';
import { nameOn, type PlaceOfClass } from '../classes/rules/school-class.js';
import { IdAsked, IdOrNone, IdsOf, OneOf, SchoolAsked, shown, YesOfQuery } from '@shulian/service-kit/fields';
import { PRODUCTION_STEPS, stepAt, type ProductionStep } from './rules/production.js';

const { dayOrNull, orNull, whole } = shown;

const MOST_OF_CLASS = 200;

/** `POST /card-batches` */
export class BatchAsked {
  @IdAsked('whose pupils get cards')
  classId!: string;

  @IdOrNone(
    'for those of the class who applied in this window; left out: for all who are entitled and have no card',
  )
  windowId?: string | null;
}

/** `GET /card-batches` */
export class BatchesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @YesOfQuery('only batches that are neither laminated nor called off')
  open?: boolean;
}

/** `POST /card-batches/{id}/steps` */
export class StepAsked {
  @OneOf(PRODUCTION_STEPS, 'the next step of the batch')
  step!: ProductionStep;

  @IdsOf(MOST_OF_CLASS, 0, 'with the roster: who of the class is left out')
  without?: string[];
}

export class StepView {
  @ApiProperty({ enum: PRODUCTION_STEPS }) step!: ProductionStep;
  @ApiProperty({ format: 'date' }) doneOn!: string;
  @ApiProperty({ description: 'account or client' }) doneBy!: string;
}

/** Cards of a class that are being made. */
export class BatchView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) classId!: string;
  @ApiProperty() className!: string;
  @ApiProperty({ ...orNull, format: 'uuid' }) windowId!: string | null;
  @ApiProperty({ enum: PRODUCTION_STEPS }) step!: ProductionStep;
  @ApiProperty({ ...orNull, enum: [...PRODUCTION_STEPS, null] }) nextStep!: ProductionStep | null;
  @ApiProperty({ type: [StepView] }) steps!: StepView[];
  @ApiProperty({ ...whole, description: 'from the roster on' }) readers!: number;
  @ApiProperty({ ...whole, description: 'entered' }) cards!: number;
  @ApiProperty(dayOrNull) cancelledOn!: string | null;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty() createdBy!: string;
}
export class BatchesPage {
  @ApiProperty({ type: [BatchView] }) items!: BatchView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class BatchReaderView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ ...orNull, description: 'from the barcodes on' }) number!: string | null;
  @ApiProperty({ ...orNull, format: 'uuid' }) cardId!: string | null;
  @ApiProperty({ ...orNull, enum: [...CARD_STATUSES, null] }) status!: string | null;
}
export class BatchReadersPage {
  @ApiProperty({ type: [BatchReaderView] }) items!: BatchReaderView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export type BatchRow = Omit<BatchView, 'className' | 'step' | 'nextStep' | 'steps'> &
  PlaceOfClass & {
    readonly steps: readonly {
      readonly position: number;
      readonly doneOn: string;
      readonly doneBy: string;
    }[];
  };

export function toBatchView(
  { section, entryYear, classNo, steps, ...batch }: BatchRow,
  today: CalendarDay,
): BatchView {
  const position = steps.at(-1)?.position ?? 1;
  return {
    ...batch,
    className: nameOn({ section, entryYear, classNo }, today),
    step: stepAt(position) ?? 'notice',
    nextStep: batch.cancelledOn === null ? stepAt(position + 1) : null,
    steps: steps.map(({ position: at, doneOn, doneBy }) => ({
      step: stepAt(at) ?? 'notice',
      doneOn,
      doneBy,
    })),
  };
}
