import type { SchoolId } from '@shulian/contracts/ids';
import { NOTICE_KINDS, type NoticeKind } from '@shulian/contracts/words';
import {
  recipientsOf,
  type NoticeLanguage,
  type Recipient,
} from '../../notice-templates/rules/notice-template.js';

export type RecipientsByKind = Readonly<Record<NoticeKind, readonly Recipient[]>>;

/** How a school sends. */
export type NoticeSetting = {
  readonly schoolId: SchoolId;
  readonly version: number;
  /** Nothing leaves; what is due waits. */
  readonly paused: boolean;
  /** Hours of the day in the county's zone, from one up to another; the same: no quiet hours. */
  readonly quietFrom: number;
  readonly quietUntil: number;
  /** Messages in sixty minutes. */
  readonly perHour: number;
  /** Of the messenger of the school, and of whoever has chosen none. */
  readonly language: NoticeLanguage;
  readonly recipients: RecipientsByKind;
};

/** A school that has said nothing: not from nine in the evening to seven; who reads a due day is who borrowed. */
export const asUsual = (schoolId: SchoolId): NoticeSetting => ({
  schoolId,
  version: 1,
  paused: false,
  quietFrom: 21,
  quietUntil: 7,
  perHour: 200,
  language: 'zh',
  recipients: { ...recipientsOf, 'due-soon': ['reader'] },
});

/** Whether nothing leaves in this hour (0 to 23); the hours may go over midnight. */
export const isQuiet = (
  hour: number,
  { quietFrom, quietUntil }: Pick<NoticeSetting, 'quietFrom' | 'quietUntil'>,
): boolean =>
  quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil;

/** Recipients that a kind never has. */
export const strangersIn = (
  wish: Readonly<Partial<Record<NoticeKind, readonly Recipient[]>>>,
): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => (wish[kind] ?? []).some((one) => !recipientsOf[kind].includes(one)));
