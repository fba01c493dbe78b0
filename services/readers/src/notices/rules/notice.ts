import type { CalendarDay, ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import type { NoticeKind } from '@shulian/contracts/words';
import type { NoticeLanguage, Recipient } from '../../notice-templates/rules/notice-template.js';

/**
 * queued → sending → sent. What is being sent when a process dies is `unknown`: it may have arrived, and is not sent again by itself.
 * `unsendable`: there is nothing to send it with, or nowhere to send it; it stands on the sheet of the class.
 */
export const NOTICE_STATES = [
  'queued',
  'sending',
  'sent',
  'failed',
  'unknown',
  'cancelled',
  'expired',
  'unsendable',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
export const CHANNELS = ['mail', 'webhook'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** Why a notice is where it is; never what a server said, which may quote an address. */
export const WHYS = [
  'no-mail-server',
  'no-contact',
  'no-webhook',
  'server-away',
  'refused',
  'later',
  'not-allowed',
  'interrupted',
] as const;
export type Why = (typeof WHYS)[number];

/** What became of handing a message over. */
export type Delivery =
  | { readonly is: 'sent' }
  /** Certainly not taken, and worth another try. */
  | { readonly is: 'again'; readonly why: Why }
  /** Certainly not taken, and never will be. */
  | { readonly is: 'failed'; readonly why: Why }
  /** Perhaps taken. */
  | { readonly is: 'unknown'; readonly why: Why };

export const MOST_ATTEMPTS = 8;
const LONGEST_PAUSE_MINUTES = 360;

/** How long to wait after so many attempts: 1, 4, 16, 64, 256 minutes, then six hours; about a day in all. */
export const pauseMinutes = (attempts: number): number =>
  Math.min(4 ** Math.max(0, attempts - 1), LONGEST_PAUSE_MINUTES);

/** Where a notice is after an attempt. @param attempts with this one */
export function afterDelivery(
  delivery: Delivery,
  attempts: number,
): { readonly state: NoticeState; readonly why: Why | null; readonly waitMinutes: number } {
  switch (delivery.is) {
    case 'sent':
      return { state: 'sent', why: null, waitMinutes: 0 };
    case 'again':
      return attempts < MOST_ATTEMPTS
        ? { state: 'queued', why: delivery.why, waitMinutes: pauseMinutes(attempts) }
        : { state: 'failed', why: delivery.why, waitMinutes: 0 };
    case 'failed':
    case 'unknown':
      return { state: delivery.is, why: delivery.why, waitMinutes: 0 };
  }
}

/** Those that a person may send once more, and may cancel. */
export const mayRetry = (state: NoticeState): boolean =>
  state === 'failed' || state === 'unknown' || state === 'unsendable' || state === 'cancelled';
export const mayCancel = (state: NoticeState): boolean => state === 'queued' || state === 'unsendable';

/** Whom a notice is about: a reader, a class, or else the school. */
export type About = {
  readonly schoolId: SchoolId;
  readonly readerId: ReaderId | null;
  readonly classId: SchoolClassId | null;
};
/** What was announced, as far as it matters here. */
export type Due = About & {
  readonly kind: NoticeKind;
  readonly causeId: string;
  readonly causeOn: CalendarDay;
  readonly untilOn: CalendarDay;
};
export type Reachable = {
  readonly recipient: Recipient;
  readonly id: string;
  readonly language: NoticeLanguage;
};
/** Who there is for a notice; a reader who has left is nobody. */
export type Audience = {
  /** The reader it is about, with his class, as of now. */
  readonly reader: { readonly id: string; readonly classId: string | null; readonly isPupil: boolean } | null;
  readonly hasClasses: boolean;
  readonly reachable: readonly Reachable[];
};
export type MadeNotice = {
  readonly subjectId: string;
  readonly readerId: string | null;
  readonly classId: string | null;
  readonly recipient: Recipient;
  readonly recipientId: string;
  readonly channel: ChannelName;
  readonly language: NoticeLanguage;
  readonly state: 'queued' | 'unsendable';
  readonly why: Why | null;
};

type Means = {
  readonly recipients: readonly Recipient[];
  readonly language: NoticeLanguage;
  readonly hasMail: boolean;
  readonly hasWebhook: boolean;
};

/**
 * Who gets what: one for everybody who can be reached. The reader himself and the teacher of a class get one that is not to be sent
 * where they cannot be, so that it stands on a sheet; a guardian who did not agree gets none.
 */
export function noticesFor(due: About, audience: Audience, means: Means): MadeNotice[] {
  const { reader } = audience;
  if (due.readerId !== null && reader === null) return [];
  const classId = due.classId ?? reader?.classId ?? null;
  const about = {
    subjectId: due.readerId ?? due.classId ?? due.schoolId,
    readerId: due.readerId,
    classId,
  };
  const byMail = (
    recipient: Recipient,
    recipientId: string,
    language: NoticeLanguage,
    known: boolean,
  ): MadeNotice => {
    const why = !known ? 'no-contact' : means.hasMail ? null : 'no-mail-server';
    const state = why === null ? 'queued' : 'unsendable';
    return { ...about, recipient, recipientId, channel: 'mail', language, state, why };
  };
  return means.recipients.flatMap((recipient): MadeNotice[] => {
    const reached = audience.reachable
      .filter((one) => one.recipient === recipient)
      .map(({ id, language }) => byMail(recipient, id, language, true));
    switch (recipient) {
      case 'reader':
        if (reader === null) return [];
        return reached.length > 0 ? reached : [byMail(recipient, reader.id, means.language, false)];
      case 'guardian':
        return reader === null ? [] : reached;
      case 'class-teacher':
        if (reader !== null && (!reader.isPupil || reader.classId === null)) return [];
        if (reached.length > 0) return reached;
        return audience.hasClasses ? [byMail(recipient, classId ?? due.schoolId, means.language, false)] : [];
      case 'school-channel':
        return means.hasWebhook
          ? [
              {
                ...about,
                recipient,
                recipientId: due.schoolId,
                channel: 'webhook',
                language: means.language,
                state: 'queued',
                why: null,
              },
            ]
          : [];
    }
  });
}
