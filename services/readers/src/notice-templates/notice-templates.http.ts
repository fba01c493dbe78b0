import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from '@shulian/contracts/words';
import { ListAsked, Problem, unknownThing } from '@shulian/service-kit';
import { OneOfOrNone, SchoolAsked, shown, Text, TextOrNull } from '@shulian/service-kit/fields';
import { PlainText } from '../plain-text.http.js';
import {
  keyOfName,
  LANGUAGES,
  LONGEST_BODY,
  LONGEST_SUBJECT,
  RECIPIENTS,
  type NoticeLanguage,
  type Recipient,
  type TemplateKey,
} from './rules/notice-template.js';

const { dayOrNull, orNull, whole } = shown;

/** `?schoolId` of one template. */
export class TemplateOfSchool {
  @SchoolAsked()
  schoolId?: string;
}

/** `GET /notice-templates` */
export class TemplatesAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(NOTICE_KINDS)
  kind?: NoticeKind;

  @OneOfOrNone(LANGUAGES)
  language?: NoticeLanguage;
}

/** `PATCH /notice-templates/{name}` */
export class TemplateChange {
  @SchoolAsked()
  schoolId?: string;

  @ApiProperty({ minLength: 1, maxLength: LONGEST_SUBJECT, description: 'one line; variables as {{count}}' })
  @PlainText(1, LONGEST_SUBJECT)
  subject!: string;

  @Text(LONGEST_BODY, 'plain text; variables as {{count}}, the list of a class as {{lines}}')
  body!: string;
}

/** `POST /notice-templates/{name}/preview` */
export class NoticePreviewAsked {
  @SchoolAsked()
  schoolId?: string;

  @TextOrNull(LONGEST_SUBJECT, 'one line; left out: as the school has it')
  subject?: string | null;

  @TextOrNull(LONGEST_BODY, 'left out: as the school has it')
  body?: string | null;
}

/** How a notice of a kind is put for a recipient at a school. */
export class NoticeTemplateView {
  @ApiProperty({ description: 'what it is called in paths', example: 'overdue.class-teacher.zh' })
  name!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: NOTICE_KINDS }) kind!: string;
  @ApiProperty({ enum: RECIPIENTS }) recipient!: string;
  @ApiProperty({ enum: LANGUAGES }) language!: string;
  @ApiProperty() subject!: string;
  @ApiProperty() body!: string;
  @ApiProperty({ type: [String], description: 'what {{…}} may name' }) variables!: string[];
  @ApiProperty({ description: 'written by the school; otherwise it is the shipped one' }) own!: boolean;
  @ApiProperty(dayOrNull) changedOn!: string | null;
  @ApiProperty({ ...whole, description: '1: the shipped one' }) version!: number;
}
export class NoticeTemplatesPage {
  @ApiProperty({ type: [NoticeTemplateView] }) items!: NoticeTemplateView[];
  @ApiProperty({ ...orNull, description: 'always null: all come at once' }) nextCursor!: string | null;
}

/** A notice as it would be, with facts that are made up. */
export class NoticePreview {
  @ApiProperty() subject!: string;
  @ApiProperty() body!: string;
}

export type OwnTemplate = {
  readonly schoolId: string;
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly language: NoticeLanguage;
  readonly subject: string;
  readonly body: string;
  readonly version: number;
  readonly changedOn: string;
};

/** The template that a path names. @throws Problem 404 */
export function templateNamed(name: string): TemplateKey {
  const key = keyOfName(name);
  if (key === null) throw unknownThing();
  return key;
}

/** @throws Problem 409 `notice-template.unknown-variable` with their names */
export function refuseUnknown(variables: readonly string[]): void {
  if (variables.length > 0)
    throw new Problem(409, 'notice-template.unknown-variable', {
      facts: { variables: variables.join(' ').slice(0, 200) },
    });
}
