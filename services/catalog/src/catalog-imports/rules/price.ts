export type ReadPrice =
  | { readonly is: 'price'; readonly fen: number }
  | { readonly is: 'none' }
  | { readonly is: 'unreadable'; readonly why: 'foreign-currency' | 'not-a-number' | 'out-of-range' };

/** Largest amount that fits an integer column: about 21 million yuan. */
export const HIGHEST_FEN = 2_147_483_647;

/** Anything that names another money, the old yuan before 1955 too; what is not in this list is no yuan either, by its grammar. */
const FOREIGN =
  /USD|US\$|HK|NT|TW|MOP|EUR|GBP|JPY|KRW|RUB|[A-Z]{2}D(?![A-Z])|CHF|SEK|NOK|DKK|INR|THB|MYR|VND|PHP|IDR|ITL|FRF|DEM|DM|Rs|[$€£₤円₩₽₫฿₹]|港|台币|[台臺新]幣|新元|新币|日[元圆圓币]|[美英韩韓加澳欧歐泰越]\s*[元金镑鎊铢幣]|卢布|盧布|卢比|法郎|马克|英镑|葡币|外币|旧币|舊幣|旧人民币/i;

/** Words that stand before a price and change nothing about it. */
const BEFORE = String.raw`(?:CNY|RMB|CN¥|¥|人民[币幣]|价格|定价|定價|售价|单价|原价|现价|估价|赠送?|工本费|每[册本套卷]|(?:全套?|共|计)?\d{0,3}[册本套卷]|[:：,、=-]|\.(?!\d))*`;
const NUMBER = String.raw`(?<yuan>\d{1,3}(?:,\d{3})+|\d*)(?:\.(?<cents>\d+))?`;
/** What may follow: the unit, per what, for how many. */
const AFTER = String.raw`(?:(?<unit>元|圆|圓|块|CNY|RMB)(?:(?<jiao>\d)角?(?!\d*[册本套卷函张盒种期]))?(?:(?<fen>\d)分)?|(?<only>角)(?:(?<fens>\d)分)?)?整?[./,;:]*(?:[/每]?(?:[(]?(?:全套?|共)?\d{0,3}[册本套卷函张盒种期][)]?)|起|正)?[./,;:-]*`;
const PRICE = new RegExp(`^${BEFORE}${NUMBER}${AFTER}$`, 'iu');
const SAYS_YUAN = /CNY|RMB|¥|人民|[元圆圓块角]/iu;

/**
 * A price as found in 010$d, 905 or 985, in fen. Forms met: `CNY18.00`, `￥0.40`, `0.38元`, `7`, `CNY79.00 (含光盘)`,
 * `CNY赠90.00`, full-width digits, thousands with commas, `3元5角`, `35元2册`. What is not surely yuan is no price: another
 * currency is not converted, a year or a word in its place is not guessed at.
 * @param bareIsYuan false where a number without a currency may be of any country
 */
export const priceInFen = (text: string | null, bareIsYuan = true): ReadPrice => {
  if (text === null) return { is: 'none' };
  if (text.length > 100) return NOT_A_NUMBER;
  const plain = text
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/\s+/g, '');
  const aside = (plain.match(/[([{][^)\]}]*[)\]}]?/g) ?? []).join(' ');
  const main = plain.replace(/[([{][^)\]}]*[)\]}]?/g, '') || plain;
  if (FOREIGN.test(main) || (FOREIGN.test(aside) && !/CNY|RMB|人民/i.test(main)))
    return { is: 'unreadable', why: 'foreign-currency' };
  if (!/\d/.test(main))
    return new RegExp(`^${BEFORE}(?:元|圆)?$`, 'iu').test(main) ? { is: 'none' } : NOT_A_NUMBER;
  const read = PRICE.exec(main)?.groups;
  if (read === undefined) return NOT_A_NUMBER;
  const { yuan = '', cents = '', jiao, fen, only, fens } = read;
  if (!SAYS_YUAN.test(plain) && (!bareIsYuan || isDate(yuan, cents))) return NOT_A_NUMBER;
  if (only !== undefined && (!/^\d$/.test(yuan) || cents !== '')) return NOT_A_NUMBER;
  if (only !== undefined) return inRange(Number(yuan) * 10 + Number(fens ?? 0));
  if (!/^\d{0,2}0*$/.test(cents) || (cents !== '' && (jiao ?? fen) !== undefined)) return NOT_A_NUMBER;
  const whole = Number(yuan.replaceAll(',', '') || '0') * 100;
  return inRange(
    whole + Number(cents.slice(0, 2).padEnd(2, '0')) + Number(jiao ?? 0) * 10 + Number(fen ?? 0),
  );
};

/** `1992` or `2019.05` in the column of prices is a date. */
const isDate = (yuan: string, cents: string): boolean =>
  /^(?:19|20)\d\d$/.test(yuan) && (cents === '' || /^(?:0?[1-9]|1[0-2])$/.test(cents));

const NOT_A_NUMBER: ReadPrice = { is: 'unreadable', why: 'not-a-number' };

const inRange = (fen: number): ReadPrice =>
  fen <= HIGHEST_FEN ? { is: 'price', fen } : { is: 'unreadable', why: 'out-of-range' };
