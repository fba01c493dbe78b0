import { Injectable } from '@nestjs/common';
import { Transaction } from '@shulian/service-kit';
import { seal, sealingKeyId, unseal } from '../sealed-text.adapter.js';
import { NoticeSettingsRepository } from './notice-settings.repository.js';

const SLICE = 200;

/** Once a day: addresses and keys of webhooks that an old key sealed are sealed with today's. */
@Injectable()
export class ResealWebhooks {
  constructor(private readonly transaction: Transaction) {}

  async execute(signal: AbortSignal): Promise<number> {
    let resealed = 0;
    while (!signal.aborted) {
      const done = await this.slice();
      resealed += done;
      if (done < SLICE) break;
    }
    return resealed;
  }

  private slice(): Promise<number> {
    return this.transaction.run(async (tx) => {
      const settings = tx.use(NoticeSettingsRepository);
      let done = 0;
      for (const { schoolId, keyId, ...old } of await settings.sealedBefore(sealingKeyId(), SLICE)) {
        const [ofUrl, ofSecret] = [`${schoolId} url`, `${schoolId} secret`];
        const url = unseal({ bytes: old.url, keyId }, ofUrl);
        const secret = unseal({ bytes: old.secret, keyId }, ofSecret);
        // Whose key is gone stays as it is; the school sets its webhook again.
        if (url === null || secret === null) continue;
        const sealed = seal(url, ofUrl);
        await settings.reseal({
          schoolId,
          url: sealed.bytes,
          secret: seal(secret, ofSecret).bytes,
          keyId: sealed.keyId,
        });
        done += 1;
      }
      return done;
    });
  }
}
