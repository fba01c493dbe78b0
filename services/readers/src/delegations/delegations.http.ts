import { ApiProperty } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  DistinctTexts,
  IdAsked,
  IdOrNone,
  OneOf,
  SchoolAsked,
  shown,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { Instant, InstantOrNone } from '../instant.http.js';
import { LENT_ROLES, MOST_OPERATIONS, type LentRole } from './rules/delegation.js';

/** `POST /delegations` */
export class DelegationAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdAsked('an account of the school')
  toAccountId!: string;

  @OneOf(LENT_ROLES)
  role!: LentRole;

  @DistinctTexts(
    80,
    MOST_OPERATIONS,
    'operations (write-offs.decide) or groups of them (write-offs); left out: all of the role but what gives rights',
  )
  operations?: string[];

  @InstantOrNone('left out: at once')
  startsAt?: string;

  @Instant('from when it holds no more')
  endsAt!: string;
}

/** `GET /delegations` */
export class DelegationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('lent to this account')
  toAccountId?: string;

  @YesOfQuery('only what holds now')
  holding?: boolean;
}

export class DelegationView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty(shown.id) fromAccountId!: string;
  @ApiProperty() fromUsername!: string;
  @ApiProperty(shown.id) toAccountId!: string;
  @ApiProperty() toUsername!: string;
  @ApiProperty({ enum: LENT_ROLES }) role!: LentRole;
  @ApiProperty({ type: [String], nullable: true, description: 'null: all of the role but what gives rights' })
  operations!: string[] | null;
  @ApiProperty({ format: 'date-time' }) startsAt!: string;
  @ApiProperty({ format: 'date-time' }) endsAt!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) revokedAt!: string | null;
  @ApiProperty({ description: 'whether it holds now, if who lent it still has the role' }) holds!: boolean;
}

export class DelegationsPage {
  @ApiProperty({ type: [DelegationView] }) items!: DelegationView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
