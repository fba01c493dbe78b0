import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

/** `GET …/copies` of a corner or a box. */
export class BlockCopiesAsked extends ListAsked {}

/** A copy of the library in a corner or a box. */
export class BlockCopy {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty({ format: 'uuid' }) loanId!: string;
  @ApiProperty(orNull) copyBarcode!: string | null;
  @ApiProperty(orNull) title!: string | null;
  @ApiProperty(orNull) callNumber!: string | null;
  @ApiProperty({ format: 'date', description: 'there since' }) loanedOn!: string;
  @ApiProperty({ format: 'date' }) dueOn!: string;
}
export class BlockCopiesPage {
  @ApiProperty({ type: [BlockCopy] }) items!: BlockCopy[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class GivenBackView {
  @ApiProperty({ ...whole, description: 'copies that came back now' }) returned!: number;
  @ApiProperty({ ...whole, description: 'copies that are left' }) left!: number;
}
