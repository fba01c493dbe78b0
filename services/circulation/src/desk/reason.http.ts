import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Reason } from '@shulian/lending-rules/desk/reason';

/** What a code is called in the language of the caller. */
export type TitleOf = (code: string) => string;

export class ReasonView {
  @ApiProperty({ example: 'reader.at-limit' }) readonly code!: string;
  @ApiProperty({ example: '已借满', description: 'in the language of the request' }) readonly title!: string;
  @ApiProperty({ enum: ['deny', 'confirm', 'warn'] }) readonly severity!: Reason['severity'];
  @ApiProperty({ description: 'whether this caller may override it' }) readonly overridable!: boolean;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly facts?: object;
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'the policy row behind it',
  })
  readonly rule?: object;
}
