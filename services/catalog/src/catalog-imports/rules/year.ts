const DIGITS = '〇一二三四五六七八九';
const TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十', 卌: '四十' };
/** The first year of the Republic is 1912; in Taiwan its years go on. */
const BEFORE_THE_REPUBLIC = 1911;
const LAST_OF_THE_REPUBLIC = 189;

/**
 * The first year of a publication date: `1982.10`, `[2005]`, `c1984`, `二〇〇五年`, `民国25年`, `民國二十五年`; null where none
 * between 1000 and 2100 can be read (`19--`, `00010101`, `[n.d.]`).
 */
export const yearOf = (text: string | null): number | null => {
  if (text === null) return null;
  const plain = text.normalize('NFKC').replace(/[○零Ｏ◯]/gu, '〇');
  const republic = /[民⺠][国國]\s*(元|[\d〇一二三四五六七八九十廿卅卌百]{1,5})\s*(?:[[(年.,/-]|$)/u.exec(
    plain,
  );
  if (republic !== null) {
    const year = republic[1] === '元' ? 1 : numberIn(republic[1] ?? '');
    return year !== null && year >= 1 && year <= LAST_OF_THE_REPUBLIC ? BEFORE_THE_REPUBLIC + year : null;
  }
  const arabic = plain.replace(/[〇一二三四五六七八九]/gu, (digit) => String(DIGITS.indexOf(digit)));
  const years = arabic.match(/(?<!\d)\d{4}(?!\d)|(?<!\d)\d{4}(?=(?:0[1-9]|1[0-2])(?:\d{2})?(?!\d))/g) ?? [];
  return years.map(Number).find((year) => year >= 1000 && year <= 2100) ?? null;
};

/** `25`, `二五`, `二十五`, `廿五`, `一百零三`; null for anything else. */
const numberIn = (text: string): number | null => {
  const plain = text.replace(/[廿卅卌]/gu, (sign) => TENS[sign] ?? sign);
  if (/^[\d〇一二三四五六七八九]+$/u.test(plain))
    return Number(plain.replace(/[^\d]/gu, (digit) => String(DIGITS.indexOf(digit))));
  const parts =
    /^(?:([一二三四五六七八九])?百)?〇?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(plain);
  if (parts === null) return null;
  const [whole, hundreds, tens, ten, ones] = parts;
  const digit = (sign: string | undefined, otherwise: number): number =>
    sign === undefined ? otherwise : DIGITS.indexOf(sign);
  return (
    (whole.includes('百') ? digit(hundreds, 1) * 100 : 0) +
    (ten === undefined ? 0 : digit(tens, 1) * 10) +
    digit(ones, 0)
  );
};
