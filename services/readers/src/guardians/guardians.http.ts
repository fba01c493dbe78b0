import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean, IsOptional } from 'class-validator';
import {
  Day,
  DayOrNone,
  IdAsked,
  IdOrNone,
  IdsOf,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  Whole,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { CONSENT_WAYS, type ConsentWay } from './rules/consent.js';

const { dayOrNull, idOrNull, orNull, whole } = shown;
const LONGEST_NAME = 100;
const LONGEST_NOTE = 500;
const MOST_AT_ONCE = 500;

export const RELATIONS = ['mother', 'father', 'grandparent', 'relative', 'guardian', 'other'] as const;
/** `POST /guardians` */
export class GuardianAsked {
  @IdAsked('whose guardian')
  readerId!: string;

  @Text(LONGEST_NAME)
  name!: string;

  @OneOf(RELATIONS)
  relation!: (typeof RELATIONS)[number];

  @TextOrNull(LONGEST_NAME, 'telephone or address; left out where nobody needs it')
  contact?: string | null;

  @OneOfOrNone(
    CONSENT_WAYS,
    'how the guardian agreed to be kept here and to take part; left out: has not been asked',
  )
  consentHow?: ConsentWay;
}

/** `PATCH /guardians/{id}` */
export class GuardianChange {
  @OneOfOrNone(RELATIONS)
  relation?: (typeof RELATIONS)[number];

  @TextOrNull(LONGEST_NAME)
  contact?: string | null;

  @OneOfOrNone(CONSENT_WAYS, 'the guardian agrees today')
  consentHow?: ConsentWay;

  @ApiPropertyOptional({ description: 'true: the consent is withdrawn today; the contact is forgotten' })
  @IsOptional()
  @IsBoolean()
  withdrawn?: boolean;
}

/** `GET /guardians` */
export class GuardiansAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of the pupils of this class')
  classId?: string;

  @IdOrNone('of this pupil')
  readerId?: string;

  @YesOfQuery('only who has agreed (true) or has not (false)')
  consent?: boolean;
}

/** `POST /participations` */
export class ParticipationAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(LONGEST_NAME, 'what took place, as 亲子阅读')
  activity!: string;

  @Day('today or before')
  tookPlaceOn!: string;

  @Whole(0, 100_000, 'pupils who took part')
  pupils!: number;

  @IdsOf(MOST_AT_ONCE, 1, 'guardians who took part; each has agreed')
  guardianIds!: string[];

  @TextOrNull(LONGEST_NOTE)
  note?: string | null;
}

/** `GET /participations` */
export class ParticipationsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('on this day or later')
  from?: string;

  @DayOrNone('on this day or before')
  to?: string;
}

/** A parent or guardian of a pupil. */
export class GuardianView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() readerName!: string;
  @ApiProperty(idOrNull) classId!: string | null;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: RELATIONS }) relation!: string;
  @ApiProperty(orNull) contact!: string | null;
  @ApiProperty(dayOrNull) consentOn!: string | null;
  @ApiProperty({ ...orNull, enum: [...CONSENT_WAYS, null] }) consentHow!: string | null;
  @ApiProperty(dayOrNull) withdrawnOn!: string | null;
  @ApiProperty({ ...whole, description: 'how often the guardian took part' }) participations!: number;
  @ApiProperty(whole) version!: number;
}
export class GuardiansPage {
  @ApiProperty({ type: [GuardianView] }) items!: GuardianView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** An activity in which guardians took part. */
export class ParticipationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() activity!: string;
  @ApiProperty({ format: 'date' }) tookPlaceOn!: string;
  @ApiProperty(whole) pupils!: number;
  @ApiProperty(whole) guardians!: number;
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty() enteredBy!: string;
}
export class ParticipationsPage {
  @ApiProperty({ type: [ParticipationView] }) items!: ParticipationView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
