import { ApiProperty } from '@nestjs/swagger';

export class SentEventsView {
  @ApiProperty({ type: 'integer' })
  readonly events!: number;
}
