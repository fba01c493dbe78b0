import { Problem } from '@shulian/service-kit';
import { TokenBuckets, type Taken } from './token-buckets.js';

export type AllowanceSettings = { readonly perSecond: number; readonly burst: number };

/** A whole class signs in from one address; a county behind one proxy does so in the same minute. */
const SIGN_INS_OF_ADDRESS = { burst: 600, perSecond: 10 };
/** Failed attempts for one name; the service that keeps the passwords has limits of its own. */
const SIGN_INS_OF_NAME = { burst: 20, perSecond: 0.2 };

/**
 * How much one may ask: by account or client for everything, by address and name for signing in. An attempt that
 * succeeded is given back, so that only failures use an allowance up.
 */
export class Allowances {
  private readonly callers: TokenBuckets;
  private readonly addresses = new TokenBuckets(SIGN_INS_OF_ADDRESS.burst, SIGN_INS_OF_ADDRESS.perSecond);
  private readonly names = new TokenBuckets(SIGN_INS_OF_NAME.burst, SIGN_INS_OF_NAME.perSecond);
  private readonly policy: string;

  constructor(
    { perSecond, burst }: AllowanceSettings,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.callers = new TokenBuckets(burst, perSecond);
    this.policy = `"caller";q=${burst};w=${Math.ceil(burst / perSecond)}`;
  }

  /** @returns the headers that tell the caller how it stands @throws Problem 429 */
  ofCaller(id: string): Readonly<Record<'ratelimit' | 'ratelimit-policy', string>> {
    const taken = this.callers.take(id, this.nowMs());
    refuse(taken);
    return {
      ratelimit: `"caller";r=${taken.remaining};t=${taken.fullAfterSeconds}`,
      'ratelimit-policy': this.policy,
    };
  }

  /** @returns what to call when the attempt succeeded @throws Problem 429 */
  ofSignIn(address: string, name: string | null): () => void {
    const now = this.nowMs();
    refuse(this.addresses.take(address, now));
    if (name !== null) refuse(this.names.take(name, now));
    return () => {
      this.addresses.giveBack(address);
      if (name !== null) this.names.giveBack(name);
    };
  }
}

function refuse({ allowed, retryAfterSeconds }: Taken): void {
  if (!allowed) throw new Problem(429, 'rate.limited', { retryAfterSeconds });
}
