import type { Log } from '../log/logger.js';

const SHOWN_MS = 3_600_000;

/** What happened to a reader that a person should know: said in the log at once, and shown in health for an hour. */
export class Notices {
  private readonly noted: { readonly at: number; readonly text: string }[] = [];

  constructor(
    private readonly log: Log,
    private readonly group: string,
  ) {}

  note(text: string): void {
    this.log.error({ group: this.group }, text);
    this.noted.push({ at: Date.now(), text });
    if (this.noted.length > 20) this.noted.shift();
  }

  shown(): string[] {
    return this.noted.filter(({ at }) => Date.now() - at < SHOWN_MS).map(({ text }) => text);
  }
}
