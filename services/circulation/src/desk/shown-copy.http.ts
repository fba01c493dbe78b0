import { ApiProperty } from '@nestjs/swagger';

/** What a person reads of a copy, so that nothing has to be asked for again. */
export class ShownCopyView {
  @ApiProperty({ type: 'string', nullable: true, description: 'null: the catalogue has not said it yet' })
  readonly title!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly copyBarcode!: string | null;
  @ApiProperty({ type: 'string', nullable: true }) readonly callNumber!: string | null;
}
