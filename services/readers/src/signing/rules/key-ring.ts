/** A key of which a token may be signed: from when, and until when another one has taken its place. */
export type RingKey = {
  readonly keyId: string;
  readonly madeAt: number;
  /** The instant from which it signs: every service has read of it by then. */
  readonly signsFrom: number;
  /** Null: nobody has taken its place. */
  readonly replacedAt: number | null;
};

export type RingRules = {
  /** How long a key is told before it signs. */
  readonly aheadMs: number;
  /** How long it is told after it signs no more: as long as a token can live, and a little. */
  readonly behindMs: number;
  /** How old the key that signs may get; 0: it is changed by hand alone. */
  readonly everyMs: number;
};

/** The key that signs at an instant: the youngest of those whose time has come. */
export const signingKey = <Key extends RingKey>(keys: readonly Key[], now: number): Key | null =>
  keys.filter(({ signsFrom }) => signsFrom <= now).sort((a, b) => b.signsFrom - a.signsFrom)[0] ?? null;

/** Whether one is told already that signs later. */
export const isNextTold = (keys: readonly RingKey[], now: number): boolean =>
  keys.some(({ signsFrom }) => signsFrom > now);

/** Whether it is time for another one. */
export const isDue = (keys: readonly RingKey[], now: number, { everyMs }: RingRules): boolean =>
  everyMs > 0 && !isNextTold(keys, now) && now - (signingKey(keys, now)?.signsFrom ?? 0) >= everyMs;

/** Those that are still told: the others have signed nothing that lives. */
export const stillTold = <Key extends RingKey>(
  keys: readonly Key[],
  now: number,
  { behindMs }: RingRules,
): Key[] => keys.filter(({ replacedAt }) => replacedAt === null || now < replacedAt + behindMs);

/** With one more, which takes the place of those that sign until then. */
export const withNext = <Key extends RingKey>(keys: readonly Key[], next: Key): Key[] => [
  ...keys.map((key) => (key.replacedAt === null ? { ...key, replacedAt: next.signsFrom } : key)),
  next,
];
