import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ListAsked } from '@shulian/service-kit';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
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
import {
  GROUP_KINDS,
  GROUP_SORTS,
  SERVICE_KINDS,
  type GroupSort,
  type ServiceKind,
} from './rules/served-group.js';

const { dayOrNull, orNull, whole } = shown;

const LONGEST_NAME = 100;
const LONGEST_TEXT = 1_000;
const LONGEST_ITEM = 300;
const MOST_ITEMS = 100;
const MOST_READERS = 500;
const MOST_PEOPLE = 100_000;

class GroupFields {
  @TextOrNull(
    LONGEST_TEXT,
    'what they need: of a profile the subjects it wants to be told of; of outsiders what is agreed',
  )
  needs?: string | null;

  @TextOrNull(LONGEST_NAME, 'whom to ask there')
  contact?: string | null;

  @TextOrNull(60, 'of outsiders')
  agreementNumber?: string | null;

  @DayOrNone('of outsiders: first day of the agreement')
  agreedFrom?: string | null;

  @DayOrNone('last day; left out: until it ends')
  agreedTo?: string | null;
}

/** `POST /served-groups` */
export class GroupAsked extends GroupFields {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(
    GROUP_SORTS,
    'outside: by agreement; special: readers who need something; profile: a department or project',
  )
  sort!: GroupSort;

  @OneOf(GROUP_KINDS)
  kind!: string;

  @Text(LONGEST_NAME)
  name!: string;
}

/** `PATCH /served-groups/{id}` */
export class GroupChange extends GroupFields {
  @OneOfOrNone(GROUP_KINDS)
  kind?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: LONGEST_NAME })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_NAME)
  @Matches(/^\P{Cc}*$/u)
  name?: string;

  @ApiPropertyOptional({ description: 'true: served no longer; false: is served again' })
  @IsOptional()
  @IsBoolean()
  ended?: boolean;
}

/** `GET /served-groups` */
export class GroupsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(GROUP_SORTS)
  sort?: GroupSort;

  @YesOfQuery('those that ended, too')
  all?: boolean;
}

/** `POST /served-groups/{id}/members` */
export class MembersAsked {
  @IdsOf(MOST_READERS, 0)
  add?: string[];

  @IdsOf(MOST_READERS, 0)
  remove?: string[];
}

/** `POST /group-services` */
export class ServiceAsked {
  @IdAsked()
  groupId!: string;

  @Day('today or before')
  givenOn!: string;

  @OneOf(SERVICE_KINDS)
  kind!: ServiceKind;

  @Whole(0, MOST_PEOPLE, 'who came, or was reached')
  people!: number;

  @ApiPropertyOptional({
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: LONGEST_ITEM },
    maxItems: MOST_ITEMS,
    description: 'what was sent or handed over, one by one',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(LONGEST_ITEM, { each: true })
  @Matches(/^\P{Cc}*$/u, { each: true })
  items: string[] = [];

  @TextOrNull(LONGEST_TEXT)
  note?: string | null;

  @TextOrNull(LONGEST_NAME, 'who did it, where it was not who enters it')
  servedBy?: string | null;
}

/** `GET /group-services` */
export class ServicesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(GROUP_SORTS)
  sort?: GroupSort;

  @IdOrNone()
  groupId?: string | null;

  @DayOrNone('on this day or later')
  from?: string | null;

  @DayOrNone('on this day or before')
  to?: string | null;
}

/** `POST /group-services/{id}/striking` */
export class StrikingAsked {
  @ApiPropertyOptional({ default: true, description: 'false: the line stands, after all' })
  @IsOptional()
  @IsBoolean()
  struck: boolean = true;
}

/** Whom the library serves beyond its classes. */
export class ServedGroupView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: GROUP_SORTS }) sort!: GroupSort;
  @ApiProperty({ enum: GROUP_KINDS }) kind!: string;
  @ApiProperty() name!: string;
  @ApiProperty(orNull) needs!: string | null;
  @ApiProperty(orNull) contact!: string | null;
  @ApiProperty(orNull) agreementNumber!: string | null;
  @ApiProperty(dayOrNull) agreedFrom!: string | null;
  @ApiProperty(dayOrNull) agreedTo!: string | null;
  @ApiProperty(dayOrNull) endedOn!: string | null;
  @ApiProperty({ ...whole, description: 'readers in it' }) members!: number;
  @ApiProperty({ ...whole, description: 'how often something was done for it' }) services!: number;
  @ApiProperty({ ...whole, description: 'who came or was reached, all times together' }) people!: number;
  @ApiProperty(dayOrNull) lastServedOn!: string | null;
  @ApiProperty(whole) version!: number;
  @ApiProperty({ format: 'date' }) createdOn!: string;
  @ApiProperty() createdBy!: string;
}
export class ServedGroupsPage {
  @ApiProperty({ type: [ServedGroupView] }) items!: ServedGroupView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

export class MemberView {
  @ApiProperty({ format: 'uuid' }) readerId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['student', 'teacher', 'staff', 'external'] }) kind!: string;
  @ApiProperty(orNull) cardNumber!: string | null;
  @ApiProperty({ format: 'date' }) since!: string;
}
export class MembersPage {
  @ApiProperty({ type: [MemberView] }) items!: MemberView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** Something that was done for a group on a day. */
export class ServiceView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) groupId!: string;
  @ApiProperty() groupName!: string;
  @ApiProperty({ enum: GROUP_SORTS }) sort!: GroupSort;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ format: 'date' }) givenOn!: string;
  @ApiProperty({ enum: SERVICE_KINDS }) kind!: ServiceKind;
  @ApiProperty(whole) people!: number;
  @ApiProperty({ type: [String] }) items!: string[];
  @ApiProperty(orNull) note!: string | null;
  @ApiProperty(orNull) servedBy!: string | null;
  @ApiProperty() enteredBy!: string;
  @ApiProperty({ ...dayOrNull, description: 'the line was wrong and counts no more' }) struckOn!:
    string | null;
  @ApiProperty(orNull) struckBy!: string | null;
}
export class ServicesPage {
  @ApiProperty({ type: [ServiceView] }) items!: ServiceView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}
