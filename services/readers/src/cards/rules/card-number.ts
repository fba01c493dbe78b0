/**
 * A card number as it is kept and compared: NFKC, upper case, no space around it, nothing that nobody sees (decision 14). Null when it is none:
 * 1 to 40 characters, visible, without spaces inside.
 */
export function cardNumber(text: string): string | null {
  const number = text
    .normalize('NFKC')
    .replaceAll(/\p{DI}/gu, '')
    .trim()
    .toUpperCase()
    .normalize('NFKC');
  return number.length >= 1 && number.length <= 40 && !/[\p{C}\s]/u.test(number) ? number : null;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether the number is a person's identity number (GB 11643) or a national student number (学籍号: G before an identity
 * number, J or L before a number with area and birth date of its own): they hold the birth date, so they are never a card number.
 */
export function isIdentityNumber(number: string): boolean {
  if (/^[GJL]\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{4}$/.test(number))
    return true;
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** Whether the number is of those a school gives by itself. */
export const isGeneratedNumber = (number: string): boolean =>
  /^R\d{7,}$/.test(number) && generatedNumber(Number(number.slice(1, -1))) === number;

/** The n-th number a school gives by itself: `R`, six digits or more, and a check digit (Luhn). */
export function generatedNumber(n: number): string {
  const digits = String(n).padStart(6, '0');
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `R${digits}${(10 - (sum % 10)) % 10}`;
}
