import { ApiProperty } from '@nestjs/swagger';
import { Id, ListAsked } from '@shulian/service-kit';
import { SchoolAsked, WholeOrNull } from '@shulian/service-kit/fields';
import { SERIAL_KINDS } from '../rules/serial.js';

const orNull = { type: 'string', nullable: true } as const;

/** `PUT /serials/{id}/shelf-number` */
export class ShelfNumberAsked {
  @SchoolAsked()
  schoolId?: string;

  @WholeOrNull(1, 99_999, 'the next one where left out')
  number?: number | null;
}

export class ShelfNumbersAsked extends ListAsked {
  @ApiProperty({ format: 'uuid' })
  @Id()
  schoolId!: string;
}

/** `DELETE /serials/{id}/shelf-number` */
export class ShelfOfSchool {
  @SchoolAsked()
  schoolId?: string;
}

export class ShelfNumberView {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ type: 'integer' }) number!: number;
  @ApiProperty({ ...orNull, description: 'class number and shelf-order number, as a label has it' })
  callNumber!: string | null;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: SERIAL_KINDS }) kind!: string;
  @ApiProperty(orNull) issn!: string | null;
}
export class ShelfNumbersPage {
  @ApiProperty({ type: [ShelfNumberView] }) items!: ShelfNumberView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
