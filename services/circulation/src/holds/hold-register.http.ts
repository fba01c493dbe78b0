import { ApiProperty } from '@nestjs/swagger';
import { COPY_KINDS, READER_KINDS, type CopyKind, type ReaderKind } from '@shulian/contracts/words';
import { ListAsked } from '@shulian/service-kit';
import { DayOrNone, OneOfOrNone, SchoolAsked, shown } from '@shulian/service-kit/fields';
import type { HoldState } from './rules/hold.js';

const STATUSES = ['waiting', 'ready', 'fulfilled', 'cancelled', 'expired'] as const;

/** `GET /hold-register` */
export class HoldRegisterAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(READER_KINDS, 'teacher: the register of teachers')
  readerKind?: ReaderKind;

  @OneOfOrNone(COPY_KINDS, 'books or periodicals alone')
  copyKind?: CopyKind;

  @OneOfOrNone(STATUSES)
  status?: HoldState['is'];

  @DayOrNone('placed on this day or later')
  from?: string;

  @DayOrNone('placed on this day or before')
  to?: string;
}

export class HoldRegisterLine {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'date' }) readonly placedOn!: string;
  @ApiProperty({ format: 'date-time' }) readonly placedAt!: string;
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ enum: READER_KINDS, nullable: true, type: 'string' })
  readonly readerKind!: ReaderKind | null;
  @ApiProperty({ format: 'uuid' }) readonly titleId!: string;
  @ApiProperty(shown.orNull) readonly title!: string | null;
  @ApiProperty({
    enum: COPY_KINDS,
    nullable: true,
    type: 'string',
    description: 'of the copies that are there',
  })
  readonly kind!: CopyKind | null;
  @ApiProperty(shown.orNull) readonly callNumber!: string | null;
  @ApiProperty(shown.orNull) readonly copyBarcode!: string | null;
  @ApiProperty({ enum: STATUSES }) readonly status!: HoldState['is'];
  @ApiProperty({ ...shown.wholeOrNull, description: 'place in the queue, 1 is next' }) readonly position!:
    number | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) readonly readyOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) readonly pickUpByOn!: string | null;
  @ApiProperty({ ...shown.orNull, format: 'date' }) readonly endedOn!: string | null;
}
export class HoldRegisterPage {
  @ApiProperty({ type: [HoldRegisterLine] }) readonly items!: HoldRegisterLine[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
