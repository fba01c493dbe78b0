import { ApiProperty } from '@nestjs/swagger';

/** What is there no longer. */
export class RemovedView {
  @ApiProperty({ format: 'uuid' }) id!: string;
}
