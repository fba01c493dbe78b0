/**
 * A card number as it is kept and compared: NFKC, upper case, no space around it (decision 14). Null when it is none:
 * 1 to 40 characters, visible, without spaces inside.
 */
export function cardNumber(text: string): string | null {
  const number = text.normalize('NFKC').trim().toUpperCase().normalize('NFKC');
  return number.length >= 1 && number.length <= 40 && !/[\p{C}\s]/u.test(number) ? number : null;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Whether the number is a person's identity number (GB 11643) or a national student number made from one (G + 18):
 * both hold the birth date, so they are never a card number.
 */
export function isIdentityNumber(number: string): boolean {
  const id = /^G?(\d{17}[\dX])$/.exec(number)?.[1];
  if (id === undefined) return false;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id[17];
}

/** The n-th number a school gives by itself: `R`, six digits or more, and a check digit (Luhn). */
export function generatedNumber(n: number): string {
  const digits = String(n).padStart(6, '0');
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `R${digits}${(10 - (sum % 10)) % 10}`;
}
