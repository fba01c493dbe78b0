import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Id } from '@shulian/service-kit';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, ValidateNested } from 'class-validator';
import { LoanView } from '../desk/loan.http.js';
import { CheckOutAsked, DecisionView, RenewalAsked, ReturnAsked } from './loans.http.js';

/** In one request; a class comes with as many books as it has children, twice. */
const MOST_ITEMS = 100;

const Items = (of: new () => object): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: [of], minItems: 1, maxItems: MOST_ITEMS }),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_ITEMS),
    ValidateNested({ each: true }),
    Type(() => of),
  );

class BatchAsked {
  @ApiPropertyOptional({ format: 'uuid', description: 'the school of the desk, for items that name none' })
  @IsOptional()
  @Id()
  schoolId?: string;
}

export class CheckOutBatchAsked extends BatchAsked {
  @Items(CheckOutAsked) items!: CheckOutAsked[];
}
export class ReturnBatchAsked extends BatchAsked {
  @Items(ReturnAsked) items!: ReturnAsked[];
}
export class RenewalBatchAsked extends BatchAsked {
  @Items(RenewalAsked) items!: RenewalAsked[];
}

export class BatchItemView {
  @ApiProperty({ type: 'integer', description: 'what the single call would have answered' })
  readonly status!: number;
  @ApiPropertyOptional({ type: LoanView, nullable: true }) readonly loan?: LoanView | null;
  @ApiPropertyOptional({ description: 'of a return: where the copy goes' }) readonly next?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'of a return: the hold it is kept for' })
  readonly holdId?: string;
  @ApiPropertyOptional({ type: 'string', nullable: true, description: 'of a return: the book in hand' })
  readonly title?: string | null;
  @ApiPropertyOptional({ type: 'string', nullable: true }) readonly copyBarcode?: string | null;
  @ApiPropertyOptional({ type: 'string', nullable: true }) readonly callNumber?: string | null;
  @ApiPropertyOptional({ type: DecisionView, description: 'of a checkout' }) readonly decision?: DecisionView;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'the problem document of the single call, where it says no',
  })
  readonly problem?: object;
}

export class BatchView {
  @ApiProperty({ type: [BatchItemView], description: 'in the order of the request' })
  readonly items!: BatchItemView[];
}
