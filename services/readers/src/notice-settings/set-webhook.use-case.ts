import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, conflict, Transaction, unknownReference, type Caller } from '@shulian/service-kit';
import { seal } from '../sealed-text.adapter.js';
import type { NewNoticeWebhook, WebhookAsked } from './notice-settings.http.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';
import { webhookAddress } from './webhook-address.adapter.js';

const KEY_BYTES = 32;

/** The messenger of a school gets an address; its answer is remembered nowhere, for that would keep the key. */
@Injectable()
export class SetWebhook {
  constructor(
    private readonly transaction: Transaction,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 403 for another school, 409 `notice-webhook.not-https` */
  async execute(caller: Caller, input: WebhookAsked): Promise<NewNoticeWebhook> {
    const schoolId = caller.schoolFor(input.schoolId);
    const address = webhookAddress(input.url);
    if (address === null) throw conflict('notice-webhook.not-https');
    const signingKey = randomBytes(KEY_BYTES).toString('base64url');
    const { shape } = input;
    const setOn = this.clock.today();
    const url = seal(address.href, `${schoolId} url`);
    const secret = seal(signingKey, `${schoolId} secret`);
    await this.transaction.run(async (tx) => {
      const settings = tx.use(NoticeSettingsRepository);
      if (!(await settings.isSchool(schoolId))) throw unknownReference('/schoolId');
      await settings.setWebhook({
        schoolId,
        url: url.bytes,
        secret: secret.bytes,
        keyId: url.keyId,
        host: address.host,
        shape,
        on: setOn,
        by: caller.id,
      });
    });
    return { host: address.host, shape, setOn, signingKey };
  }
}
