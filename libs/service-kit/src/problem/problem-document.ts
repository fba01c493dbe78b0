import { commonProblems, type ProblemTitles, type Refusal } from '@shulian/contracts/envelope';
import type { Problem } from './refused.js';

export type Language = 'zh' | 'en';

/** zh-CN unless the reader of the answer prefers English. */
export function languageOf(acceptLanguage: unknown): Language {
  if (typeof acceptLanguage !== 'string') return 'zh';
  const weights = acceptLanguage.split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean);
    return { tag, weight: quality === undefined ? 1 : Number(quality) };
  });
  const best = (prefix: string): number =>
    Math.max(
      0,
      ...weights.filter(({ tag }) => tag === prefix || tag.startsWith(`${prefix}-`)).map((w) => w.weight),
    );
  return best('en') > best('zh') ? 'en' : 'zh';
}

/** Builds RFC 9457 documents with titles in the language of the reader; codes are never translated. */
export class ProblemDocuments {
  private readonly titles: ProblemTitles;
  constructor(...titles: ProblemTitles[]) {
    this.titles = Object.assign({}, commonProblems, ...titles) as ProblemTitles;
  }

  of(problem: Problem, language: Language, instance: string): Record<string, unknown> {
    const { reasons, errors, facts } = problem.extras;
    return {
      // Relative: the page is served by whoever answered, also in a school without the internet.
      type: `/problems/${problem.code}`,
      title: this.titleOf(problem.code, language),
      status: problem.status,
      instance: `urn:uuid:${instance}`,
      code: problem.code,
      ...(reasons === undefined ? {} : { reasons: reasons.map((reason) => this.reason(reason, language)) }),
      ...(errors === undefined ? {} : { errors }),
      ...(facts === undefined ? {} : { facts }),
    };
  }

  /** What codes are called in a language. */
  titlesIn(language: Language): (code: string) => string {
    return (code) => this.titleOf(code, language);
  }

  titleOf(code: string, language: Language): string {
    return this.titles[code]?.[language] ?? code;
  }

  private reason(reason: Refusal, language: Language): Record<string, unknown> {
    return { ...reason, title: this.titleOf(reason.code, language) };
  }
}
