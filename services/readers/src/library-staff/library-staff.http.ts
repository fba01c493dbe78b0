import { ApiProperty } from '@nestjs/swagger';
import { limits } from '@shulian/contracts/limits';
import { ListAsked } from '@shulian/service-kit';
import { IsBoolean } from 'class-validator';
import {
  DayOrNone,
  DayOrNull,
  IdOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  Text,
  TextOrNull,
  WholeOrNull,
  YesOfQuery,
  YesOrNone,
} from '@shulian/service-kit/fields';
import {
  EDUCATIONS,
  STAFF_FAULTS,
  STAFF_TITLES,
  type Education,
  type StaffFault,
  type StaffTitle,
} from './rules/staff-member.js';

const MOST_HOURS = 60;

/** `POST /library-staff` */
export class StaffMemberAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(limits.personName)
  name!: string;

  @IdOrNull('as a reader of the school, where the person is one')
  readerId?: string | null;

  @OneOf(STAFF_TITLES, 'professional title')
  title!: StaffTitle;

  @OneOf(EDUCATIONS, 'highest degree')
  education!: Education;

  @Text(limits.groupName, 'as acquisition, cataloguing, circulation')
  post!: string;

  @ApiProperty({ description: 'head of the library; a school has one at a time' })
  @IsBoolean()
  isHead!: boolean;

  @WholeOrNull(0, MOST_HOURS, 'hours a week in the library')
  weeklyHours?: number | null;

  @TextOrNull(limits.documentNumber, 'of the certificate for the post')
  certificateNumber?: string | null;

  @DayOrNull('on which the certificate was given')
  certificateIssuedOn?: string | null;

  @DayOrNull('last day of the certificate; null: it does not expire')
  certificateExpiresOn?: string | null;

  @DayOrNone('first day in the library; today where left out')
  startsOn?: string;

  @DayOrNull('last day')
  endsOn?: string | null;
}

/** `PATCH /library-staff/{id}`: what is left out stays. */
export class StaffMemberChangeAsked {
  @TextOrNull(limits.personName)
  name?: string;

  @IdOrNull()
  readerId?: string | null;

  @OneOfOrNone(STAFF_TITLES)
  title?: StaffTitle;

  @OneOfOrNone(EDUCATIONS)
  education?: Education;

  @TextOrNull(limits.groupName)
  post?: string;

  @YesOrNone('head of the library')
  isHead?: boolean;

  @WholeOrNull(0, MOST_HOURS)
  weeklyHours?: number | null;

  @TextOrNull(limits.documentNumber)
  certificateNumber?: string | null;

  @DayOrNull('on which the certificate was given')
  certificateIssuedOn?: string | null;

  @DayOrNull('last day of the certificate')
  certificateExpiresOn?: string | null;

  @DayOrNone('first day in the library')
  startsOn?: string;

  @DayOrNull('last day; null: stays')
  endsOn?: string | null;
}

/** `GET /library-staff` */
export class StaffAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('who works there on this day; today where left out')
  on?: string;

  @YesOfQuery('all who ever worked there')
  former?: boolean;
}

/** `GET /library-staff-counts` */
export class StaffCountsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @DayOrNone('as it is on this day; today where left out')
  on?: string;
}

/** Somebody who works in the library of a school (图书馆工作人员). */
export class StaffMemberView {
  @ApiProperty(shown.id) id!: string;
  @ApiProperty(shown.whole) version!: number;
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty() name!: string;
  @ApiProperty(shown.idOrNull) readerId!: string | null;
  @ApiProperty({ enum: STAFF_TITLES }) title!: StaffTitle;
  @ApiProperty({ enum: EDUCATIONS }) education!: Education;
  @ApiProperty() post!: string;
  @ApiProperty() isHead!: boolean;
  @ApiProperty(shown.wholeOrNull) weeklyHours!: number | null;
  @ApiProperty(shown.orNull) certificateNumber!: string | null;
  @ApiProperty(shown.dayOrNull) certificateIssuedOn!: string | null;
  @ApiProperty(shown.dayOrNull) certificateExpiresOn!: string | null;
  @ApiProperty(shown.day) startsOn!: string;
  @ApiProperty(shown.dayOrNull) endsOn!: string | null;
  @ApiProperty(shown.day) enteredOn!: string;
  @ApiProperty({ type: [String], enum: STAFF_FAULTS, description: 'what is asked and is not so today' })
  faults!: StaffFault[];
}
export class StaffPage {
  @ApiProperty({ type: [StaffMemberView] }) items!: StaffMemberView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}

/** The library staff of a school, counted. */
export class StaffCountsView {
  @ApiProperty(shown.id) schoolId!: string;
  @ApiProperty() schoolName!: string;
  @ApiProperty(shown.whole) staff!: number;
  @ApiProperty({ ...shown.whole, description: 'research librarians and associate ones' }) senior!: number;
  @ApiProperty(shown.whole) librarians!: number;
  @ApiProperty(shown.whole) assistants!: number;
  @ApiProperty(shown.whole) clerks!: number;
  @ApiProperty({ ...shown.whole, description: 'with a bachelor or more' }) bachelors!: number;
  @ApiProperty({ ...shown.whole, description: 'with a college degree' }) colleges!: number;
  @ApiProperty({ ...shown.whole, description: 'with less' }) secondaries!: number;
  @ApiProperty({ ...shown.whole, description: 'with a certificate that holds' }) certified!: number;
  @ApiProperty({ type: 'boolean', nullable: true, description: 'null: there is no head' })
  headHasBachelor!: boolean | null;
}
export class StaffCountsPage {
  @ApiProperty({ type: [StaffCountsView] }) items!: StaffCountsView[];
  @ApiProperty(shown.orNull) nextCursor!: string | null;
}
