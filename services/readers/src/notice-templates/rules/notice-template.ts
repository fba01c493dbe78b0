import type { NoticeKind } from '@shulian/contracts/words';
import { NOTICE_KINDS } from '@shulian/contracts/words';

/** Who may be told: the reader, his guardian, the teacher of the class, the messenger of the school. */
export const RECIPIENTS = ['reader', 'guardian', 'class-teacher', 'school-channel'] as const;
export type Recipient = (typeof RECIPIENTS)[number];
export const LANGUAGES = ['zh', 'en'] as const;
export type NoticeLanguage = (typeof LANGUAGES)[number];

export type TemplateKey = {
  readonly kind: NoticeKind;
  readonly recipient: Recipient;
  readonly language: NoticeLanguage;
};
export type Words = { readonly subject: string; readonly body: string };

export const LONGEST_SUBJECT = 120;
export const LONGEST_BODY = 4_000;

/** Whom a kind of notice may go to at all. */
export const recipientsOf: Readonly<Record<NoticeKind, readonly Recipient[]>> = {
  'due-soon': ['reader', 'guardian'],
  overdue: ['reader', 'guardian', 'class-teacher'],
  'hold-ready': ['reader', 'guardian', 'class-teacher'],
  recall: ['reader', 'class-teacher', 'school-channel'],
  compensation: ['reader', 'guardian', 'class-teacher'],
  clearance: ['reader', 'guardian', 'class-teacher'],
  'new-books': ['class-teacher', 'school-channel'],
  answer: ['reader'],
};

/** What the line of one reader or class in a notice may say. */
const ofKind: Readonly<Record<NoticeKind, readonly string[]>> = {
  'due-soon': ['count', 'dueOn'],
  overdue: ['count', 'daysLate', 'dueOn'],
  'hold-ready': ['count', 'dueOn'],
  recall: ['count', 'dueOn'],
  compensation: ['count', 'amount'],
  clearance: ['count', 'amount'],
  'new-books': ['count'],
  answer: ['count'],
};
/** Names only where one person is told of one pupil, or a teacher of his class; never in the messenger of a school. */
const ofRecipient: Readonly<Record<Recipient, readonly string[]>> = {
  reader: ['schoolName', 'today', 'readerName', 'className'],
  guardian: ['schoolName', 'today', 'readerName', 'className'],
  'class-teacher': ['schoolName', 'today', 'className', 'lines', 'people'],
  'school-channel': ['schoolName', 'today', 'className', 'lines', 'people'],
};

export const variablesOf = ({ kind, recipient }: Pick<TemplateKey, 'kind' | 'recipient'>): string[] => [
  ...ofRecipient[recipient],
  ...ofKind[kind],
];

const VARIABLE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The variables that a template names and its notice does not have, each once; a brace that stands open is one of them. */
export function unknownVariables(key: TemplateKey, { subject, body }: Words): string[] {
  const known = new Set(variablesOf(key));
  const unknown = new Set<string>();
  for (const text of [subject, body]) {
    for (const [, name = ''] of text.matchAll(VARIABLE)) if (!known.has(name)) unknown.add(name);
    const rest = text.replace(VARIABLE, '');
    for (const brace of ['{{', '}}']) if (rest.includes(brace)) unknown.add(brace);
  }
  // Many lines do not fit into a subject.
  if (/\{\{\s*lines\s*\}\}/.test(subject)) unknown.add('lines');
  return [...unknown];
}

/** Line breaks and other control signs become a blank: a value never makes a new line, least of all of a header. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

/** Puts the values in; what has no value is left empty. A value is never read as a template again. */
export function rendered(words: Words, values: Readonly<Record<string, string>>): Words {
  const fill = (text: string, lines: boolean): string =>
    text.replace(VARIABLE, (_, name: string) =>
      name === 'lines' && lines
        ? (values[name] ?? '').split('\n').map(onOneLine).join('\n')
        : onOneLine(values[name] ?? ''),
    );
  return {
    subject: onOneLine(fill(words.subject, false)).slice(0, LONGEST_SUBJECT * 2),
    body: fill(words.body, true),
  };
}

/** Every template there can be, in a fixed order. */
export const allKeys: readonly TemplateKey[] = NOTICE_KINDS.flatMap((kind) =>
  recipientsOf[kind].flatMap((recipient) => LANGUAGES.map((language) => ({ kind, recipient, language }))),
);

/** `overdue.class-teacher.zh`: how a template is called in a path. */
export const nameOfKey = ({ kind, recipient, language }: TemplateKey): string =>
  `${kind}.${recipient}.${language}`;
export const keyOfName = (name: string): TemplateKey | null =>
  allKeys.find((key) => nameOfKey(key) === name) ?? null;
