import { Inject, Injectable } from '@nestjs/common';
import { Clock, LOG, Transaction, type Log } from '@shulian/service-kit';
import { MessengerWebhook } from './messenger-webhook.adapter.js';
import type { OutgoingMessage } from './notice-channel.adapter.js';
import { OutgoingRepository } from './outgoing.repository.js';
import { Outgoing } from './outgoing.query.js';
import { afterDelivery, type Delivery, type NoticeState, type Why } from './rules/notice.js';
import { SmtpMail } from './smtp-mail.adapter.js';
import type { NextMessage } from './take-next-message.use-case.js';

const MINUTE_MS = 60_000;

/** Sends a message that was taken, and keeps what became of it, not what it said. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly outgoing: Outgoing,
    private readonly mail: SmtpMail,
    private readonly webhook: MessengerWebhook,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Whether the channel took it, or refused it for good: then the next may follow at once. */
  async execute(next: NextMessage): Promise<boolean> {
    const message = await this.outgoing.message(next);
    if (message === null) {
      await this.end(
        next,
        'unsendable',
        next.recipient === 'school-channel' ? 'no-webhook' : 'no-contact',
        0,
      );
      return true;
    }
    const delivery = await this.handOver(message);
    const { state, why, waitMinutes } = afterDelivery(delivery, next.attempts);
    await this.end(next, state, why, waitMinutes);
    const { messageId, schoolId, kind } = next;
    this.log.info(
      { messageId, schoolId, kind, notices: next.lines.length, state, why },
      'a message of notices was handed over',
    );
    return delivery.is !== 'again';
  }

  private handOver(message: OutgoingMessage): Promise<Delivery> {
    switch (message.to.by) {
      case 'mail':
        return this.mail.send(message);
      case 'webhook':
        return this.webhook.send(message);
    }
  }

  private end(
    { messageId }: NextMessage,
    state: NoticeState,
    why: Why | null,
    minutes: number,
  ): Promise<void> {
    const now = this.clock.now();
    const notBefore = new Date(now.getTime() + minutes * MINUTE_MS);
    return this.transaction.run((tx) =>
      tx.use(OutgoingRepository).end({ messageId, state, why, now, notBefore }),
    );
  }
}
