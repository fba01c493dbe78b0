import { ApiProperty } from '@nestjs/swagger';
import { roles, type Role } from '@shulian/contracts/access';
import { ListAsked } from '@shulian/service-kit';
import {
  DayOrNone,
  IdOrNone,
  OneOfOrNone,
  SchoolAsked,
  shown,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { RIGHTS_ACTS, type RightsAct } from './rules/rights-entry.js';

/** `GET /rights-entries`: newest first. */
export class RightsEntriesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('whose rights')
  accountId?: string;

  @OneOfOrNone(RIGHTS_ACTS)
  what?: RightsAct;

  @YesOfQuery('only what the county did')
  byCounty?: boolean;

  @DayOrNone('from this day on')
  from?: string;

  @DayOrNone('until this day')
  to?: string;
}

const instantOrNull = { type: 'string', format: 'date-time', nullable: true } as const;

/** A line of the trail of rights (权限变动登记). */
export class RightsEntryView {
  @ApiProperty(shown.whole) n!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: 'account or client' }) byId!: string;
  @ApiProperty(shown.orNull) byName!: string | null;
  @ApiProperty({ description: 'done by the county' }) byCounty!: boolean;
  @ApiProperty({ enum: RIGHTS_ACTS }) what!: RightsAct;
  @ApiProperty(shown.id) accountId!: string;
  @ApiProperty({ ...shown.orNull, description: 'null: the account is gone' }) username!: string | null;
  @ApiProperty({ enum: roles, nullable: true, type: String }) role!: Role | null;
  @ApiProperty(shown.idOrNull) schoolId!: string | null;
  @ApiProperty(shown.orNull) schoolName!: string | null;
  @ApiProperty(shown.idOrNull) classId!: string | null;
  @ApiProperty(shown.orNull) clusterName!: string | null;
  @ApiProperty(shown.orNull) postName!: string | null;
  @ApiProperty(instantOrNull) startsAt!: string | null;
  @ApiProperty(instantOrNull) endsAt!: string | null;
}

export class RightsEntriesPage {
  @ApiProperty({ type: [RightsEntryView] }) items!: RightsEntryView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
