import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { SchoolAsked, Text, Whole, WholeOrNull } from '@shulian/service-kit/fields';

export const FIRST_YEAR = 1_800;
const LAST_YEAR = 2_999;
const MOST = 100_000_000;

/** `POST /entered-years` */
export class EnteredYearAsked {
  @SchoolAsked()
  schoolId?: string;

  @Whole(FIRST_YEAR, LAST_YEAR, 'at the end of which it was so; over by now')
  year!: number;

  @Whole(0, MOST)
  copies!: number;

  @WholeOrNull(0, MOST)
  titles?: number | null;

  @WholeOrNull(0, MOST, 'newspapers and periodicals subscribed to, titles')
  serials?: number | null;

  @WholeOrNull(0, MOST, 'people who worked in the library')
  staff?: number | null;

  @WholeOrNull(0, MOST)
  pupils?: number | null;

  @Text(limits.remark, 'where the figures come from, as 校志 or an old report')
  source!: string;
}

/** `GET /entered-years` */
export class EnteredYearsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;
}

const orNull = { type: 'string', nullable: true } as const;
const whole = { type: 'integer' } as const;
const wholeOrNull = { type: 'integer', nullable: true } as const;

export class EnteredYearView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() school!: string;
  @ApiProperty(whole) year!: number;
  @ApiProperty(whole) copies!: number;
  @ApiProperty(wholeOrNull) titles!: number | null;
  @ApiProperty(wholeOrNull) serials!: number | null;
  @ApiProperty(wholeOrNull) staff!: number | null;
  @ApiProperty(wholeOrNull) pupils!: number | null;
  @ApiProperty() source!: string;
  @ApiProperty({ format: 'date' }) enteredOn!: string;
  @ApiProperty({ description: 'account or client' }) enteredBy!: string;
}
export class EnteredYearsPage {
  @ApiProperty({ type: [EnteredYearView] }) items!: EnteredYearView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
