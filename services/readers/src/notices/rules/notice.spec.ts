import { describe, expect, it } from '@jest/globals';
import type { ReaderId, SchoolClassId, SchoolId } from '@shulian/contracts/ids';
import {
  afterDelivery,
  mayCancel,
  mayRetry,
  MOST_ATTEMPTS,
  NOTICE_STATES,
  noticesFor,
  pauseMinutes,
  type Audience,
} from './notice.js';

const school = { schoolId: 's' as SchoolId, readerId: null, classId: null };
const ofReader = { ...school, readerId: 'r' as ReaderId };
const ofClass = { ...school, classId: 'k' as SchoolClassId };
const pupil: Audience = {
  reader: { id: 'r', classId: 'k', isPupil: true },
  hasClasses: true,
  reachable: [
    { recipient: 'reader', id: 'r', language: 'en' },
    { recipient: 'guardian', id: 'g1', language: 'zh' },
    { recipient: 'guardian', id: 'g2', language: 'zh' },
    { recipient: 'class-teacher', id: 't', language: 'zh' },
  ],
};
const means = {
  recipients: ['reader', 'guardian', 'class-teacher', 'school-channel'] as const,
  language: 'zh' as const,
  hasMail: true,
  hasWebhook: true,
};
const told = (notices: ReturnType<typeof noticesFor>): unknown[] =>
  notices.map(({ recipient, recipientId, channel, state, why }) => [
    recipient,
    recipientId,
    channel,
    state,
    why,
  ]);

describe('who gets a notice', () => {
  it('is everybody who can be reached and is meant to be', () => {
    expect(told(noticesFor(ofReader, pupil, means))).toEqual([
      ['reader', 'r', 'mail', 'queued', null],
      ['guardian', 'g1', 'mail', 'queued', null],
      ['guardian', 'g2', 'mail', 'queued', null],
      ['class-teacher', 't', 'mail', 'queued', null],
      ['school-channel', 's', 'webhook', 'queued', null],
    ]);
    expect(noticesFor(ofReader, pupil, { ...means, recipients: ['guardian'] })).toHaveLength(2);
    expect(noticesFor(ofReader, pupil, { ...means, recipients: [] })).toEqual([]);
  });

  it('stands on the sheet of the class where there is no address or no mail server; a guardian who did not agree gets none', () => {
    const unreached = { ...pupil, reachable: [] };
    const both = { ...means, recipients: ['reader', 'guardian', 'class-teacher'] as const };
    expect(told(noticesFor(ofReader, unreached, both))).toEqual([
      ['reader', 'r', 'mail', 'unsendable', 'no-contact'],
      ['class-teacher', 'k', 'mail', 'unsendable', 'no-contact'],
    ]);
    expect(told(noticesFor(ofReader, pupil, { ...means, hasMail: false, hasWebhook: false }))).toEqual([
      ['reader', 'r', 'mail', 'unsendable', 'no-mail-server'],
      ['guardian', 'g1', 'mail', 'unsendable', 'no-mail-server'],
      ['guardian', 'g2', 'mail', 'unsendable', 'no-mail-server'],
      ['class-teacher', 't', 'mail', 'unsendable', 'no-mail-server'],
    ]);
  });

  it('is nobody for a reader who has left, no class teacher for a teacher who borrowed, and the class for a class', () => {
    expect(noticesFor(ofReader, { ...pupil, reader: null }, means)).toEqual([]);
    const teacher = { ...pupil, reader: { id: 'r', classId: null, isPupil: false }, reachable: [] };
    expect(told(noticesFor(ofReader, teacher, { ...means, hasWebhook: false }))).toEqual([
      ['reader', 'r', 'mail', 'unsendable', 'no-contact'],
    ]);
    const [notice] = noticesFor(ofClass, { ...pupil, reader: null }, { ...means, hasWebhook: false });
    expect(notice).toMatchObject({
      recipient: 'class-teacher',
      subjectId: 'k',
      classId: 'k',
      readerId: null,
    });
  });
});

describe('after an attempt', () => {
  it('a notice waits longer each time, at most six hours, and is given up with the eighth', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(pauseMinutes)).toEqual([1, 1, 4, 16, 64, 256, 360, 360]);
    const away = { is: 'again', why: 'server-away' } as const;
    expect(afterDelivery(away, MOST_ATTEMPTS - 1)).toEqual({
      state: 'queued',
      why: 'server-away',
      waitMinutes: 360,
    });
    expect(afterDelivery(away, MOST_ATTEMPTS)).toMatchObject({ state: 'failed', why: 'server-away' });
    expect(afterDelivery({ is: 'unknown', why: 'interrupted' }, 1).state).toBe('unknown');
    expect(afterDelivery({ is: 'sent' }, MOST_ATTEMPTS)).toMatchObject({ state: 'sent', why: null });
  });

  it('what was sent, or is being sent, is neither sent again nor cancelled', () => {
    expect(NOTICE_STATES.filter(mayRetry)).toEqual(['failed', 'unknown', 'cancelled', 'unsendable']);
    expect(NOTICE_STATES.filter(mayCancel)).toEqual(['queued', 'unsendable']);
  });
});
