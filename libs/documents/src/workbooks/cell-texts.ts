import { WorkbookUnreadable } from './workbook-unreadable.js';
import type { XmlStep } from './xml-steps.js';

/** Characters a cell can hold. */
export const LONGEST_TEXT = 32_767;
/** Different texts that a workbook keeps apart from its cells. */
const MOST_TEXTS = 500_000;
const MOST_SIGNS = 64 * 1024 * 1024;

/** Gathers the words of an element that holds text, plain or in parts with looks of their own, without how they are pronounced. */
export class TextGatherer {
  private text = '';
  private inText = false;
  private inPhonetic = false;

  take(step: XmlStep): void {
    if (step.is === 'text') {
      if (this.inText && !this.inPhonetic && this.text.length < LONGEST_TEXT) this.text += step.text;
    } else if (step.name === 't') this.inText = step.is === 'open';
    else if (step.name === 'rPh') this.inPhonetic = step.is === 'open';
  }

  /** What was gathered since the last time. */
  taken(): string {
    const text = unescaped(this.text.slice(0, LONGEST_TEXT)).toWellFormed();
    this.text = '';
    return text;
  }
}

/** Characters that XML cannot hold are written by their number. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** The texts that cells name by their number. @throws WorkbookUnreadable */
export async function sharedTexts(steps: AsyncIterable<readonly XmlStep[]>): Promise<readonly string[]> {
  const texts: string[] = [];
  const gatherer = new TextGatherer();
  let signs = 0;
  for await (const some of steps)
    for (const step of some) {
      gatherer.take(step);
      if (step.is !== 'close' || step.name !== 'si') continue;
      const text = gatherer.taken();
      texts.push(text);
      signs += text.length;
      if (texts.length > MOST_TEXTS || signs > MOST_SIGNS) throw new WorkbookUnreadable('too-large');
    }
  return texts;
}
