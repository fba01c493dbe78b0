import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import {
  Day,
  DayOrNone,
  IdOrNone,
  Line,
  LineOrNull,
  OneOfOrNone,
  SchoolAsked,
  shown,
} from '@shulian/service-kit/fields';
import { LONGEST_NOTE } from '../bounds.http.js';
import { RUN_STATES, type RunState } from './rules/run.js';

/** `GET /courier-runs` */
export class CourierRunsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(RUN_STATES)
  state?: RunState;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

/** `GET /courier-runs/{id}/lines` */
export class RunLinesAsked extends ListAsked {
  @IdOrNone('only what goes to this school')
  toSchoolId?: string;
}

/** `POST /courier-runs` */
export class CourierRunAsked {
  @SchoolAsked()
  schoolId?: string;

  @Day('the day of the run')
  runOn!: string;

  @Line(limits.personName, 'who carries the copies')
  courier!: string;

  @LineOrNull(LONGEST_NOTE)
  note?: string | null;
}

export class CourierRunView {
  @ApiProperty(shown.id) readonly id!: string;
  @ApiProperty(shown.id) readonly schoolId!: string;
  @ApiProperty(shown.orNull) readonly school!: string | null;
  @ApiProperty(shown.day) readonly runOn!: string;
  @ApiProperty() readonly courier!: string;
  @ApiProperty(shown.orNull) readonly note!: string | null;
  @ApiProperty({ enum: RUN_STATES }) readonly state!: RunState;
  @ApiProperty({ ...shown.whole, description: 'on the manifest' }) readonly copies!: number;
  @ApiProperty({ ...shown.whole, description: 'of these, received' }) readonly received!: number;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) readonly leftAt!: string | null;
  @ApiProperty({ ...shown.orNull, description: 'account or client' }) readonly leftBy!: string | null;
  @ApiProperty({ description: 'account or client' }) readonly madeBy!: string;
  @ApiProperty(shown.whole) readonly version!: number;
}
export class CourierRunsPage {
  @ApiProperty({ type: [CourierRunView] }) readonly items!: CourierRunView[];
  @ApiProperty(shown.orNull) readonly nextCursor!: string | null;
}

export type CourierRunRow = Omit<CourierRunView, 'leftAt'> & { readonly leftAt: Date | null };

export const toCourierRun = ({ leftAt, ...row }: CourierRunRow): CourierRunView => ({
  ...row,
  leftAt: leftAt?.toISOString() ?? null,
});
