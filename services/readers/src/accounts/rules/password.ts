/** Passwords that everybody tries first. */
const COMMON: ReadonlySet<string> = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '0123456789',
  '87654321',
  '987654321',
  '11223344',
  '12341234',
  '12344321',
  '123123123',
  '147258369',
  '123qweasd',
  '1q2w3e4r',
  '1q2w3e4r5t',
  '1qaz2wsx',
  'qwer1234',
  'qwertyui',
  'qwertyuiop',
  'qazwsxedc',
  'asdfghjkl',
  'zxcvbnm1',
  'abcd1234',
  'abc12345',
  'a1234567',
  'a12345678',
  'a123456789',
  'aa123456',
  'aa12345678',
  'password',
  'password1',
  'password123',
  'passw0rd',
  'p@ssw0rd',
  'admin123',
  'admin1234',
  'admin888',
  'administrator',
  'iloveyou',
  'iloveyou1',
  'woaini520',
  'woaini1314',
  '5201314520',
  '52013145',
  'welcome1',
  'letmein1',
  'tushuguan',
  'tushuguan123',
  'library1',
  'library123',
  'xuexiao123',
  'laoshi123',
  'xuesheng123',
  'sunshine',
  'football',
  'baseball',
  'princess',
  'superman',
  'dragon123',
  'monkey123',
  'qq123456',
  'wang1234',
  'li123456',
  'zhang123',
]);

const isRun = (text: string): boolean => {
  const steps = [...text].slice(1).map((sign, n) => (sign.codePointAt(0) ?? 0) - (text.codePointAt(n) ?? 0));
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
};

export type PasswordFault = 'too-common' | 'like-the-username';

/**
 * What makes a password one of the first that somebody tries; null: it is sound. No rule asks for signs of several kinds:
 * they make passwords that are written down.
 */
export function faultOfPassword(password: string, username: string | null): PasswordFault | null {
  const text = password.normalize('NFKC').toLowerCase();
  if (COMMON.has(text) || isRun(text)) return 'too-common';
  const name = username?.normalize('NFKC').trim().toLowerCase() ?? '';
  const bare = text.replaceAll(name, '');
  return name.length >= 2 && bare.length < 4 && text.includes(name) ? 'like-the-username' : null;
}
