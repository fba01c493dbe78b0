import { ApiProperty } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { PageAsked } from '@shulian/service-kit';
import { DayOrNone, IdAsked, shown } from '@shulian/service-kit/fields';

/** `GET /public-class-weeks` */
export class PublicWeeksAsked extends PageAsked {
  @IdAsked('the school')
  schoolId!: string;

  @DayOrNone('any day of the week; the newest week that is published where left out')
  of?: CalendarDay;
}
const ofFew = 'null: of a class of fewer than five pupils nothing is told';
export class PublicClassWeek {
  @ApiProperty({ format: 'date', description: 'its Monday' }) readonly weekStartsOn!: string;
  @ApiProperty({ description: 'as it was called in that week' }) readonly className!: string;
  @ApiProperty({ ...shown.wholeOrNull, description: `copies lent to the class or its pupils; ${ofFew}` })
  readonly loans!: number | null;
  @ApiProperty({ ...shown.wholeOrNull, description: ofFew }) readonly returned!: number | null;
  @ApiProperty({ format: 'date' }) readonly publishedOn!: string;
}
export class PublicWeeksPage {
  @ApiProperty({ type: [PublicClassWeek] }) readonly items!: PublicClassWeek[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
