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
