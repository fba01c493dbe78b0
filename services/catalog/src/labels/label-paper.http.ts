import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Stock } from '@shulian/documents';
import { invalid } from '@shulian/service-kit';
import { IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';

/** Millimetres: from a roll of small labels up to A3. */
const LARGEST = 420;
const SMALLEST_LABEL = 10;
/** Places of a sheet along a side. */
const MOST_ALONG = 40;
/** Millimetres by which makers round what they say of their sheets. */
const ROUNDED = 0.5;

const Millimetres =
  (min: number, description?: string): PropertyDecorator =>
  (target, key) => {
    const said = description === undefined ? {} : { description };
    ApiProperty({ type: 'number', minimum: min, maximum: LARGEST, ...said })(target, key);
    IsNumber()(target, key);
    Min(min)(target, key);
    Max(LARGEST)(target, key);
  };
const Places =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ type: 'integer', minimum: 1, maximum: MOST_ALONG, description })(target, key);
    IsInt()(target, key);
    Min(1)(target, key);
    Max(MOST_ALONG)(target, key);
  };
const Pitch =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiPropertyOptional({ type: 'number', minimum: SMALLEST_LABEL, maximum: LARGEST, description })(
      target,
      key,
    );
    IsOptional()(target, key);
    IsNumber()(target, key);
    Min(SMALLEST_LABEL)(target, key);
    Max(LARGEST)(target, key);
  };

/** Paper that is none of the usual sheets, a roll as well: all in millimetres. */
export class LabelPaper {
  @Millimetres(SMALLEST_LABEL) width!: number;
  @Millimetres(SMALLEST_LABEL) height!: number;
  @Places('labels beside each other') columns!: number;
  @Places('labels one below the other') rows!: number;
  @Millimetres(SMALLEST_LABEL) labelWidth!: number;
  @Millimetres(SMALLEST_LABEL) labelHeight!: number;
  @Millimetres(0, 'from the left edge of the paper to the first label') left!: number;
  @Millimetres(0, 'from the upper edge of the paper to the first label') top!: number;
  @Pitch('from one label to the next; the width of a label where it is left out') pitchX?: number;
  @Pitch('from one label to the one below; its height where it is left out') pitchY?: number;
}

/** @throws Problem 400 for labels that overlap, or that the paper has no room for */
export function stockOf(paper: LabelPaper): Stock {
  const { columns, rows, labelWidth: width, labelHeight: height, left, top } = paper;
  const { pitchX = width, pitchY = height } = paper;
  const wrong = [
    ['pitchX', pitchX < width],
    ['pitchY', pitchY < height],
    ['columns', left + (columns - 1) * pitchX + width > paper.width + ROUNDED],
    ['rows', top + (rows - 1) * pitchY + height > paper.height + ROUNDED],
  ] as const;
  for (const [field, isWrong] of wrong)
    if (isWrong) throw invalid({ pointer: `/paper/${field}`, code: 'does-not-fit' });
  return {
    paper: { width: paper.width, height: paper.height },
    columns, rows, width, height, left, top, pitchX, pitchY, uncut: false,
  }; // prettier-ignore
}
