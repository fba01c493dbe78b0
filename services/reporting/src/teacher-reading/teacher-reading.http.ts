import { ApiProperty } from '@nestjs/swagger';
import type { CalendarDay } from '@shulian/contracts/ids';
import { ListAsked } from '@shulian/service-kit';
import { Day, SchoolAsked, shown } from '@shulian/service-kit/fields';

/** `GET /teacher-reading` */
export class TeacherReadingAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('first day of the term or year that is assessed')
  from!: CalendarDay;

  @Day('last day')
  to!: CalendarDay;
}

export class TeacherReadingOf {
  @ApiProperty({ format: 'uuid' }) readonly readerId!: string;
  @ApiProperty({ ...shown.whole, description: 'copies' }) readonly loans!: number;
  @ApiProperty({ ...shown.whole, description: 'days on which something was borrowed' })
  readonly times!: number;
  @ApiProperty({ ...shown.whole, description: 'loans of a term, as the school has set it; 5 if it has not' })
  readonly target!: number;
  @ApiProperty() readonly reached!: boolean;
  @ApiProperty({ ...shown.whole, description: 'times in a room' }) readonly visits!: number;
  @ApiProperty({ ...shown.whole, description: 'in a room, where it was said' }) readonly minutes!: number;
}
export class TeacherReadingPage {
  @ApiProperty({ type: [TeacherReadingOf] }) readonly items!: TeacherReadingOf[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}
