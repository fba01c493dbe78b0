import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Beside the public keys: the one who signs says which of its tokens count no more. */
export const voidedTokensFile = (jwksFile: string): string => join(dirname(jwksFile), 'voided-tokens.json');

/** Account, session or client id → instant, in milliseconds: what was signed until then counts no more. */
export type VoidedUntil = Readonly<Record<string, number>>;

/**
 * Accounts and clients that were closed, or whose password was changed, and sessions that were ended, after some of their
 * tokens were signed. Read
 * again when the file changes; the last good copy is kept, so that the signer and the bus may be away.
 */
export class VoidedTokens {
  private voided: ReadonlyMap<string, number> = new Map();
  private lookedAt = -Infinity;
  private changedAt = 0;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly file: string,
    private readonly lookEveryMs: number,
  ) {}

  /** @param issuedAt milliseconds since 1970 */
  async holds(subject: string, issuedAt: number): Promise<boolean> {
    if (performance.now() - this.lookedAt > this.lookEveryMs)
      await (this.looking ??= this.look().finally(() => (this.looking = undefined)));
    return issuedAt > (this.voided.get(subject) ?? -Infinity);
  }

  private async look(): Promise<void> {
    try {
      const { mtimeMs, ino } = await stat(this.file);
      // A file that is replaced has another number, though the time may be the same.
      const changedAt = mtimeMs + ino;
      if (changedAt !== this.changedAt) {
        const voided = JSON.parse(await readFile(this.file, 'utf8')) as VoidedUntil;
        this.voided = new Map(Object.entries(voided));
        this.changedAt = changedAt;
      }
    } catch {
      // Not there yet, or half of it: what was known before counts.
    }
    this.lookedAt = performance.now();
  }
}
