import { createHash } from 'node:crypto';

/** Words that no real title is made of in this order: a stranger sees at once that the book is invented. */
const PLACES =
  '青山 蓝湖 北桥 南坡 东街 西园 石巷 竹林 云台 雪原 沙洲 月港 星河 麦田 荷塘 松谷 柳岸 桃溪 枫岭 海角'.split(
    ' ',
  );
const THEMES =
  '小船 风车 灯塔 石匠 木偶 纸鸢 渡口 书屋 邮差 琴声 蜂巢 马灯 陶罐 雨伞 铁匠 果园 钟楼 茶馆 候鸟 蚂蚁 火车 种子 影子 地图'.split(
    ' ',
  );
const KINDS = '故事 童话 传奇 诗选 随笔 画册 实验 常识 游记 日记 词典 图鉴 寓言 剧本 谜语 习题'.split(' ');
const SURNAMES = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉'.split('');
const PUBLISHERS = ['虚构少儿出版社', '虚构教育出版社', '测量文艺出版社', '测量科学出版社'];
/** Main classes as school libraries have them: literature above all. */
const CLASSES =
  'I287.4 I287.5 I287.7 I247.5 I561.88 I207.2 G634.3 G624.2 G613 K209 K811 K928.9 Q949 P159 N49 O1 TP3 TS97 J21 H194 H319 B821 D64 E2 R16 S68 U6 V4 X3 Z228'.split(
    ' ',
  );

/** A title as the catalogue describes it; what is not here is not known of it. */
export type InventedTitle = {
  readonly id: string;
  readonly title: string;
  readonly contributors: readonly string[];
  readonly isbn: string;
  readonly publisher: string;
  readonly publishedYear: number;
  readonly clc: string;
  readonly priceFen: number;
};

/** Bits of a number that look like chance and are the same in every run. */
export const chanceOf = (kind: string, number: number, seed: number): Buffer =>
  createHash('sha256').update(`${seed}|${kind}|${number}`).digest();

/** A UUIDv7 of that millisecond. */
export const idAt = (ms: number, chance: Buffer): string => {
  const hex = ms.toString(16).padStart(12, '0');
  const rest = chance.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
};

const isbnOf = (number: number): string => {
  const body = `9787${String(100_000_000 + number).slice(-8)}`;
  const weighed = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (weighed % 10)) % 10}`;
};

const of = <T>(list: readonly T[], number: number): T => list[number % list.length] as T;

/** The first titles were described in 2015; each one a second after the one before. */
const FIRST_DESCRIBED = Date.parse('2015-09-01T00:00:00Z');

export const inventedTitle = (number: number, seed: number): InventedTitle => {
  const chance = chanceOf('title', number, seed);
  const words = `${of(PLACES, chance.readUInt16BE(0))}${of(THEMES, chance.readUInt16BE(2))}${of(KINDS, chance.readUInt16BE(4))}`;
  const author = (from: number): string =>
    `${of(SURNAMES, chance.readUInt16BE(from))}${of(THEMES, chance.readUInt16BE(from + 2)).slice(0, 1)}`;
  return {
    id: idAt(FIRST_DESCRIBED + number * 1_000, chance),
    title: `${words}第${number + 1}册`,
    contributors: chance.readUInt8(14) < 40 ? [author(6), author(10)] : [author(6)],
    isbn: isbnOf(number),
    publisher: of(PUBLISHERS, chance.readUInt8(15)),
    publishedYear: 1990 + (chance.readUInt8(16) % 35),
    // Most books are literature: small numbers, the first classes, come up more often.
    clc: of(CLASSES, Math.floor((chance.readUInt8(17) / 256) ** 2 * CLASSES.length)),
    priceFen: 800 + (chance.readUInt16BE(18) % 6_000),
  };
};
