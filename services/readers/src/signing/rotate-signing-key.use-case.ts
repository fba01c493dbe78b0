import { Injectable } from '@nestjs/common';
import { TokenSigner } from '../token-signer.adapter.js';
import { signingKey } from './rules/key-ring.js';
import type { SigningKeysView } from './signing-keys.http.js';

/** Another key signs, and nobody is signed out: the new one is told before, the old one after. Keys lie in files. */
@Injectable()
export class RotateSigningKey {
  constructor(private readonly signer: TokenSigner) {}

  /** Twice is once: while one is on its way there is no other. */
  async execute(): Promise<SigningKeysView> {
    await this.signer.rotate();
    return this.shown();
  }

  shown(): SigningKeysView {
    const now = Date.now();
    const { ring } = this.signer;
    const signs = signingKey(ring, now)?.keyId;
    return {
      items: ring.map(({ keyId, signsFrom, replacedAt }) => ({
        keyId,
        signsFrom: signsFrom === 0 ? null : new Date(signsFrom).toISOString(),
        replacedAt: replacedAt === null ? null : new Date(replacedAt).toISOString(),
        state: signsFrom > now ? 'next' : keyId === signs ? 'signs' : 'accepted',
      })),
    };
  }
}
