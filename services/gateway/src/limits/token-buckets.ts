/** What a bucket says to one who wants to take from it. */
export type Taken = {
  readonly allowed: boolean;
  /** whole tokens left */
  readonly remaining: number;
  /** whole seconds until the next token, at least 1; 0 when allowed */
  readonly retryAfterSeconds: number;
  /** whole seconds until the bucket is full again */
  readonly fullAfterSeconds: number;
};

type Bucket = { tokens: number; at: number };

/**
 * Token buckets by key: `capacity` at once, `perSecond` for long. Kept in memory, per process: of several gateways each
 * gets its share from `Allowances`. The least recently used keys are forgotten when there are too many; a forgotten key is
 * a full bucket.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    readonly capacity: number,
    private readonly perSecond: number,
    private readonly most = 20_000,
  ) {}

  /** Whole seconds in which an empty bucket is full again. */
  get windowSeconds(): number {
    return Math.ceil(this.capacity / this.perSecond);
  }

  /** Takes one token. @param nowMs a clock that never goes back, in milliseconds */
  take(key: string, nowMs: number): Taken {
    const bucket = this.bucketOf(key, nowMs);
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    return {
      allowed,
      remaining: Math.floor(bucket.tokens),
      retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil((1 - bucket.tokens) / this.perSecond)),
      fullAfterSeconds: Math.ceil((this.capacity - bucket.tokens) / this.perSecond),
    };
  }

  /** Gives a token back: the attempt did not count. */
  giveBack(key: string): void {
    const bucket = this.buckets.get(key);
    if (bucket !== undefined) bucket.tokens = Math.min(this.capacity, bucket.tokens + 1);
  }

  private bucketOf(key: string, nowMs: number): Bucket {
    const known = this.buckets.get(key);
    if (known === undefined) {
      const fresh = { tokens: this.capacity, at: nowMs };
      if (this.buckets.size >= this.most) this.buckets.delete(this.buckets.keys().next().value ?? '');
      this.buckets.set(key, fresh);
      return fresh;
    }
    this.buckets.delete(key);
    this.buckets.set(key, known);
    known.tokens = Math.min(
      this.capacity,
      known.tokens + (Math.max(0, nowMs - known.at) / 1000) * this.perSecond,
    );
    known.at = nowMs;
    return known;
  }
}
