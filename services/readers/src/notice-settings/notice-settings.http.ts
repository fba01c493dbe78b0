import { ApiProperty } from '@nestjs/swagger';
import { NOTICE_KINDS, type NoticeKind } from '@shulian/contracts/words';
import {
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
  SomeOf,
  Text,
  WholeOrNull,
  YesOrNone,
} from '@shulian/service-kit/fields';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, ValidateNested } from 'class-validator';
import {
  LANGUAGES,
  RECIPIENTS,
  type NoticeLanguage,
  type Recipient,
} from '../notice-templates/rules/notice-template.js';
import type { NoticeSetting } from './rules/notice-setting.js';
import { SHAPES, type WebhookShape } from './rules/webhook-shape.js';

const { whole } = shown;
const MOST_AN_HOUR = 10_000;
const LONGEST_ADDRESS = 1_000;

/** `?schoolId` of the settings. */
export class SettingsOfSchool {
  @SchoolAsked()
  schoolId?: string;
}

export class RecipientsOfKind {
  @OneOf(NOTICE_KINDS)
  kind!: NoticeKind;

  @SomeOf(RECIPIENTS, 'none: nobody is told')
  recipients?: Recipient[];
}

/** `PATCH /notice-settings` */
export class SettingsChange {
  @SchoolAsked()
  schoolId?: string;

  @YesOrNone('true: nothing leaves until it is taken back')
  paused?: boolean;

  @WholeOrNull(0, 23, 'hour from which nothing leaves')
  quietFrom?: number | null;

  @WholeOrNull(0, 23, 'hour from which on it leaves again; the same as quietFrom: no quiet hours')
  quietUntil?: number | null;

  @WholeOrNull(1, MOST_AN_HOUR, 'messages in sixty minutes')
  perHour?: number | null;

  @OneOfOrNone(LANGUAGES)
  language?: NoticeLanguage;

  @ApiProperty({
    type: [RecipientsOfKind],
    required: false,
    maxItems: NOTICE_KINDS.length,
    description: 'who is told of these kinds; others stay as they are',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(NOTICE_KINDS.length)
  // Before each of them is looked at: it may be anything.
  @ArrayUnique((one: Partial<RecipientsOfKind> | null) => one?.kind)
  @ValidateNested({ each: true })
  @Type(() => RecipientsOfKind)
  recipients?: RecipientsOfKind[];
}

/** `PUT /notice-settings/webhook` */
export class WebhookAsked {
  @SchoolAsked()
  schoolId?: string;

  @Text(LONGEST_ADDRESS, 'https, in the public network')
  url!: string;

  @OneOf(SHAPES, 'plain: JSON of ours; wecom: robots of 企业微信 and 钉钉; feishu: robots of 飞书')
  shape!: WebhookShape;
}

export class NoticeWebhookView {
  @ApiProperty({ description: 'the host alone: the address is a secret of the school' }) host!: string;
  @ApiProperty({ enum: SHAPES }) shape!: string;
  @ApiProperty({ format: 'date' }) setOn!: string;
}
/** The webhook as it was set, with the key of its signatures. */
export class NewNoticeWebhook extends NoticeWebhookView {
  @ApiProperty({ description: 'key of the HMAC-SHA256 in Shulian-Signature; shown this once' })
  signingKey!: string;
}

export class NoticeRecipientsView {
  @ApiProperty({ enum: NOTICE_KINDS }) kind!: string;
  @ApiProperty({ type: [String], enum: RECIPIENTS }) recipients!: string[];
}

/** How a school sends its notices. */
export class NoticeSettingsView {
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty() paused!: boolean;
  @ApiProperty(whole) quietFrom!: number;
  @ApiProperty(whole) quietUntil!: number;
  @ApiProperty(whole) perHour!: number;
  @ApiProperty({ enum: LANGUAGES }) language!: string;
  @ApiProperty({ type: [NoticeRecipientsView] }) recipients!: NoticeRecipientsView[];
  @ApiProperty({ description: 'whether the county has a mail server; without it sheets are printed' })
  mail!: boolean;
  @ApiProperty({ type: NoticeWebhookView, nullable: true }) webhook!: NoticeWebhookView | null;
  @ApiProperty(whole) version!: number;
}

export const toSettingsView = (
  { recipients, ...setting }: NoticeSetting,
  webhook: NoticeWebhookView | null,
  mail: boolean,
): NoticeSettingsView => ({
  ...setting,
  recipients: NOTICE_KINDS.map((kind) => ({ kind, recipients: [...recipients[kind]] })),
  mail,
  webhook,
});
