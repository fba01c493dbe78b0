import { MultiBar, Presets } from 'cli-progress';

export type Language = 'zh' | 'en';

/** What the tour says, in two languages, and what it found wrong. */
export class Narrator {
  private wrong = 0;
  private right = 0;

  constructor(
    private readonly language: Language,
    private readonly out: NodeJS.WriteStream = process.stdout,
  ) {}

  chapter(zh: string, en: string): void {
    this.line(`\n\x1b[1m${this.in(zh, en)}\x1b[0m`);
  }

  tell(zh: string, en: string): void {
    this.line(`  ${this.in(zh, en)}`);
  }

  /** A statement that must be true; the tour goes on, and ends with a failure when one was not. */
  check(isTrue: boolean, zh: string, en: string, seen?: unknown): void {
    if (isTrue) this.right += 1;
    else this.wrong += 1;
    const mark = isTrue ? '\x1b[32m✓\x1b[0m' : '\x1b[31m✗\x1b[0m';
    this.line(
      `  ${mark} ${this.in(zh, en)}${isTrue || seen === undefined ? '' : `: ${JSON.stringify(seen)}`}`,
    );
  }

  /** A bar while `work` goes on; on a pipe, where nothing can be drawn over, only its end. */
  async withBar<T>(
    zh: string,
    en: string,
    total: number,
    work: (moved: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    const label = this.in(zh, en);
    if (!this.out.isTTY) {
      const began = Date.now();
      const result = await work(() => undefined);
      this.line(`  ${label}: ${total} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      return result;
    }
    const bars = new MultiBar(
      {
        format: '  {label} {bar} {value}/{total} {duration_formatted}',
        barsize: 30,
        hideCursor: true,
        clearOnComplete: false,
      },
      Presets.rect,
    );
    const bar = bars.create(total, 0, { label });
    try {
      const result = await work((done) => bar.update(Math.min(done, total)));
      bar.update(total);
      return result;
    } finally {
      bars.stop();
    }
  }

  /** Bars of text, the longest 40 wide. */
  chart(rows: readonly (readonly [zh: string, en: string, value: number])[]): void {
    const most = Math.max(1, ...rows.map(([, , value]) => value));
    const labels = rows.map(([zh, en]) => this.in(zh, en));
    const widest = Math.max(...labels.map(widthOf));
    rows.forEach(([, , value], at) => {
      const label = labels[at] ?? '';
      const bar = '█'.repeat(value === 0 ? 0 : Math.max(1, Math.round((value / most) * 40)));
      this.line(`  ${label}${' '.repeat(widest - widthOf(label))}  ${bar} ${value}`);
    });
  }

  /** The last line; true when nothing was off. */
  close(): boolean {
    const zh = `导览结束：${this.right} 项相符，${this.wrong} 项不符`;
    this.line(`\n${this.in(zh, `End of the tour: ${this.right} as expected, ${this.wrong} off`)}`);
    return this.wrong === 0;
  }

  private in(zh: string, en: string): string {
    return this.language === 'zh' ? zh : en;
  }

  private line(text: string): void {
    this.out.write(`${text}\n`);
  }
}

/** Columns a text takes in a terminal: Chinese characters and full-width signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
