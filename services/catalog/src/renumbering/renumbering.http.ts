import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { limits } from '@shulian/contracts/limits';
import { Asked, SchoolAsked, Text } from '@shulian/service-kit/fields';

/** Titles and copies of a class that are renumbered at once: one transaction, for a second or two. */
export const MOST_TITLES = 5_000;
export const MOST_COPIES = 20_000;

/** `POST /renumberings` */
export class RenumberingAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.clc, 'the class whose titles get the numbers from 1 on')
  clc!: string;
}

/** `GET /renumbering-previews` */
export class RenumberingPreviewAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ maxLength: limits.clc })
  @Text(limits.clc)
  clc!: string;
}

/** `GET /renumberings` */
export class RenumberingsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @ApiPropertyOptional({ maxLength: limits.clc })
  @Asked(limits.clc)
  clc?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;

export class NumberChange {
  @ApiProperty({ format: 'uuid' }) titleId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() from!: string;
  @ApiProperty({ ...orNull, description: 'null: no copy stands there any more, the number is free' })
  to!: string | null;
  @ApiProperty({ ...whole, description: 'copies that want another label' }) copies!: number;
}

export class RenumberingPreview {
  @ApiProperty({ type: [NumberChange] }) items!: NumberChange[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class RenumberingView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() clc!: string;
  @ApiProperty({ ...whole, description: 'titles whose number changed' }) titles!: number;
  @ApiProperty({ ...whole, description: 'copies that want another label' }) copies!: number;
  @ApiProperty({ format: 'date-time' }) renumberedAt!: string;
  @ApiProperty({ description: 'account' }) renumberedBy!: string;
  @ApiProperty({ ...orNull, format: 'date-time' }) undoneAt!: string | null;
  @ApiProperty(orNull) undoneBy!: string | null;
}

export class RenumberingsPage {
  @ApiProperty({ type: [RenumberingView] }) items!: RenumberingView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class LabelChange {
  @ApiProperty({ format: 'uuid' }) copyId!: string;
  @ApiProperty() barcode!: string;
  @ApiProperty() title!: string;
  @ApiProperty(orNull) from!: string | null;
  @ApiProperty() to!: string;
  @ApiProperty(orNull) location!: string | null;
}

export class LabelChangesPage {
  @ApiProperty({ type: [LabelChange] }) items!: LabelChange[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
