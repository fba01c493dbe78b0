import { ApiProperty } from '@nestjs/swagger';
import { invalid, ListAsked } from '@shulian/service-kit';
import {
  IdOrNone,
  Line,
  LineOrNull,
  OneOf,
  OneOfOrNone,
  SchoolAsked,
  shown,
} from '@shulian/service-kit/fields';
import { CONSENT_WAYS, type ConsentWay } from '../guardians/rules/consent.js';
import { LANGUAGES, type NoticeLanguage } from '../notice-templates/rules/notice-template.js';
import { unseal } from '../sealed-text.adapter.js';
import type { ContactRow } from './notice-contact.row.js';
import { mailAddress, masked } from './rules/mail-address.js';

const { idOrNull, orNull, whole } = shown;
const LONGEST_ADDRESS = 254;

export const WHOSE = ['reader', 'guardian', 'teacher'] as const;
export type Whose = (typeof WHOSE)[number];

/** `POST /notice-contacts`; one of the three ids */
export class ContactAsked {
  @SchoolAsked()
  schoolId?: string;

  @IdOrNone('of this reader himself')
  readerId?: string;

  @IdOrNone('of this guardian, who has agreed to be kept')
  guardianId?: string;

  @IdOrNone('of the account of a teacher')
  accountId?: string;

  @Line(LONGEST_ADDRESS, 'a mail address')
  address!: string;

  @OneOf(CONSENT_WAYS, 'how the person agreed to get notices there')
  consentHow!: ConsentWay;

  @OneOfOrNone(LANGUAGES, 'of the notices; zh where left out')
  language?: NoticeLanguage;
}

/** `PATCH /notice-contacts/{id}` */
export class ContactChange {
  @LineOrNull(LONGEST_ADDRESS, 'another mail address')
  address?: string | null;

  @OneOfOrNone(LANGUAGES)
  language?: NoticeLanguage;
}

/** `GET /notice-contacts` */
export class ContactsAsked extends ListAsked {
  @SchoolAsked()
  schoolId?: string;

  @OneOfOrNone(WHOSE)
  whose?: Whose;

  @IdOrNone('of the pupils of this class, and of their guardians')
  classId?: string;

  @IdOrNone('of this reader, and of his guardians')
  readerId?: string;
}

/** Where somebody gets notices. */
export class NoticeContactView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) schoolId!: string;
  @ApiProperty({ enum: WHOSE }) whose!: string;
  @ApiProperty({ ...idOrNull, description: 'of the reader, or whose guardian it is' }) readerId!:
    string | null;
  @ApiProperty(idOrNull) classId!: string | null;
  @ApiProperty(idOrNull) guardianId!: string | null;
  @ApiProperty(orNull) guardianName!: string | null;
  @ApiProperty(idOrNull) accountId!: string | null;
  @ApiProperty(orNull) accountName!: string | null;
  @ApiProperty({ ...orNull, description: 'in lists its first letter and the domain; null: its key is gone' })
  address!: string | null;
  @ApiProperty({ enum: LANGUAGES }) language!: string;
  @ApiProperty({ format: 'date' }) consentOn!: string;
  @ApiProperty({ enum: CONSENT_WAYS }) consentHow!: string;
  @ApiProperty(whole) version!: number;
}
export class NoticeContactsPage {
  @ApiProperty({ type: [NoticeContactView] }) items!: NoticeContactView[];
  @ApiProperty(orNull) nextCursor!: string | null;
}

/** @param whole the address as it is; otherwise masked */
export function toContactView(
  { address, keyId, ...row }: ContactRow,
  how: 'whole' | 'masked',
): NoticeContactView {
  const plain = unseal({ bytes: address, keyId }, row.id);
  return { ...row, address: plain === null || how === 'whole' ? plain : masked(plain) };
}

/** The address as it is kept. @throws Problem 400 for what is no one address */
export function addressFrom(text: string): string {
  const address = mailAddress(text);
  if (address === null) throw invalid({ pointer: '/address', code: 'not-an-address' });
  return address;
}
