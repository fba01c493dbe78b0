import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import {
  DayOrNone,
  DayOrNull,
  Grades,
  IdAsked,
  IdOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  YesOfQuery,
} from '@shulian/service-kit/fields';
import { TEAM_KINDS, TEAM_PARTS, type TeamKind, type TeamPart } from './rules/service-team.js';

const LONGEST_RULES = 4_000;

/** `POST /service-teams` */
export class TeamAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOf(TEAM_KINDS)
  kind!: TeamKind;

  @Text(limits.groupName)
  name!: string;

  @TextOrNull(LONGEST_RULES, 'what the members promise and how the team works')
  rules?: string | null;

  @Grades('for pupils of which grades; left out: of all')
  grades?: number[];

  @TextOrNull(limits.personName, 'the teacher who leads it')
  ledBy?: string | null;

  @DayOrNone('today where left out')
  foundedOn?: string;
}

/** `PATCH /service-teams/{id}`: what is left out stays. */
export class TeamChangeAsked {
  @TextOrNull(limits.groupName)
  name?: string;

  @TextOrNull(LONGEST_RULES)
  rules?: string | null;

  @Grades('for pupils of which grades; none: of all; who is in it stays')
  grades?: number[];

  @TextOrNull(limits.personName)
  ledBy?: string | null;

  @DayOrNull('since when the team is no more; null: it goes on after all')
  dissolvedOn?: string | null;
}

/** `GET /service-teams` */
export class TeamsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(TEAM_KINDS)
  kind?: TeamKind;

  @YesOfQuery('those that were dissolved, too')
  dissolved?: boolean;
}

/** `POST /service-teams/{id}/members` */
export class TeamMemberAsked {
  @IdAsked('a pupil of the school')
  readerId!: string;

  @OneOfOrNone(TEAM_PARTS, '`member` where left out')
  part?: TeamPart;

  @DayOrNone('today where left out')
  joinedOn?: string;
}

/** `PATCH /service-team-members/{id}`: what is left out stays. */
export class TeamMemberChangeAsked {
  @OneOfOrNone(TEAM_PARTS)
  part?: TeamPart;

  @DayOrNull('since when the pupil is out of the team; null: stays after all')
  leftOn?: string | null;
}

/** `GET /service-teams/{id}/members` */
export class TeamMembersAsked extends ListAsked {
  @YesOfQuery('those who have left, too')
  former?: boolean;
}

const AreaGrades = (): PropertyDecorator => (target, key) => {
  ApiProperty({
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 12 },
    minItems: 1,
    maxItems: 12,
    description: 'the grade section that runs it',
  })(target, key);
  for (const rule of [IsArray(), ArrayMinSize(1), ArrayMaxSize(12), ArrayUnique()]) rule(target, key);
  for (const rule of [IsInt({ each: true }), Min(1, { each: true }), Max(12, { each: true })])
    rule(target, key);
};

/** `POST /library-areas` */
export class AreaAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.locationName, 'as the open book gallery on the second floor')
  name!: string;

  @AreaGrades()
  grades!: number[];

  @IdOrNull('the team that does it')
  teamId?: string | null;

  @TextOrNull(limits.remark, 'what is to be done there')
  tasks?: string | null;

  @DayOrNone('first day; today where left out')
  startsOn?: string;

  @DayOrNull('last day; null: until further notice')
  endsOn?: string | null;
}

/** `PATCH /library-areas/{id}`: what is left out stays. */
export class AreaChangeAsked {
  @Grades('the grade section that runs it')
  grades?: number[];

  @IdOrNull('the team that does it')
  teamId?: string | null;

  @TextOrNull(limits.remark)
  tasks?: string | null;

  @DayOrNull('last day; null: until further notice')
  endsOn?: string | null;
}

/** `GET /library-areas` */
export class AreasAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('those that are run by pupils on this day')
  on?: string;
}

/** A team of pupils who help in the library. */
export class TeamView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty({ enum: TEAM_KINDS }) kind!: TeamKind;
  @ApiProperty() name!: string;
  @ApiProperty(shown.orNull) rules!: string | null;
  @ApiProperty({ type: [Number], description: 'none: for all' }) grades!: number[];
  @ApiProperty(shown.orNull) ledBy!: string | null;
  @ApiProperty(shown.day) foundedOn!: string;
  @ApiProperty(shown.dayOrNull) dissolvedOn!: string | null;
  @ApiProperty({ ...shown.whole, description: 'today' }) members!: number;
}
export class TeamsPage {
  @ApiProperty({ type: [TeamView] }) items!: TeamView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

export class TeamMemberView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) teamId!: string;
  @ApiProperty(shown.id) readerId!: string;
  @ApiProperty({ ...shown.idOrNull, description: 'the class of today' }) classId!: string | null;
  @ApiProperty({ enum: TEAM_PARTS }) part!: TeamPart;
  @ApiProperty(shown.day) joinedOn!: string;
  @ApiProperty({ ...shown.dayOrNull, description: 'the first day out of the team' }) leftOn!: string | null;
}
export class TeamMembersPage {
  @ApiProperty({ type: [TeamMemberView] }) items!: TeamMemberView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** An area of the library that the pupils of a grade section run. */
export class AreaView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: [Number] }) grades!: number[];
  @ApiProperty(shown.idOrNull) teamId!: string | null;
  @ApiProperty(shown.orNull) teamName!: string | null;
  @ApiProperty({ ...shown.whole, description: 'of the team, today' }) members!: number;
  @ApiProperty(shown.orNull) tasks!: string | null;
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.dayOrNull) endsOn!: string | null;
}
export class AreasPage {
  @ApiProperty({ type: [AreaView] }) items!: AreaView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
