import { words } from '../../bootstrap/words.mjs';
import { PublicApi } from '../sample/public-api.js';
import { controlOf, noneRuns } from './control.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets } from './secrets.js';

/** Where the events of one key wait, behind the one that could not be digested. */
type ParkingPlace = { readonly handler: string; readonly topic: string; readonly key: string };
type PageOf<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Which county is meant: one that runs elsewhere, or without a URL the one on our data folder. */
export type RepairedCounty = { readonly url?: string | undefined; readonly password?: string | undefined };

/** The public API of the county, as its first account. */
export const asAdmin = ({ url, password: told }: RepairedCounty): PublicApi => {
  const config = readLauncherConfig();
  const folder = CountyFolder.at(countyFolderFor(config.dataDir).path);
  const gateway = url ?? config.url ?? controlOf(folder)?.gateway;
  if (gateway === undefined) throw new Error(noneRuns(folder));
  const password = told ?? config.adminPassword ?? keptSecrets(folder)?.adminPassword ?? '';
  return new PublicApi(gateway, { username: 'admin', password });
};

/** Every entry of a list of the operations of a service. */
const allOf = async <T>(api: PublicApi, service: string, list: string): Promise<T[]> => {
  const all: T[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: PageOf<T> = await api.get(`/api/v1/operations/${service}/${list}?limit=500${from}`);
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
};

const distinct = <T>(places: readonly T[]): T[] => [
  ...new Map(places.map((place) => [JSON.stringify(place), place])).values(),
];

type ParkedRecord = {
  readonly n: number;
  readonly handler: string;
  readonly topic: string;
  readonly part: number;
  readonly offset: number;
  readonly key: string | null;
  readonly error: string;
};

const parkedOf = (api: PublicApi, service: string): Promise<ParkedRecord[]> =>
  allOf<ParkedRecord>(api, service, 'parked-events');

/** Digests what is parked in a service, key by key in the order of the log; true when nothing is parked any more. */
export const replayParked = async (api: PublicApi, service: string): Promise<boolean> => {
  const places = distinct(
    (await parkedOf(api, service)).flatMap(({ handler, topic, key }): ParkingPlace[] =>
      key === null ? [] : [{ handler, topic, key }],
    ),
  );
  let resolved = 0;
  for (const place of places) {
    const path = `/api/v1/operations/${service}/parked-events/replays`;
    const replayed = await api.post<{ resolved: number; stillFails?: string }>(path, place);
    resolved += replayed.resolved;
    if (replayed.stillFails !== undefined) say(`${place.topic} ${place.key}: ${replayed.stillFails}`);
  }
  const left = await parkedOf(api, service);
  for (const { n, topic, part, offset, error } of left.filter(({ key }) => key === null))
    say(
      words(
        `第 ${n} 号，${topic}/${part}@${offset}，没有键：${error}`,
        `number ${n}, ${topic}/${part}@${offset}, has no key: ${error}`,
      ),
    );
  say(
    words(
      `${service}：处理了 ${resolved} 个搁置的事件，还有 ${left.length} 个`,
      `${service}: ${resolved} parked events digested, ${left.length} still wait`,
    ),
  );
  return left.length === 0;
};

/** Puts away one parked record that can never be digested; who, when and why is kept beside it. */
export const dismissParked = async (
  api: PublicApi,
  service: string,
  n: string,
  why: string,
): Promise<void> => {
  await api.post(`/api/v1/operations/${service}/parked-events/${encodeURIComponent(n)}/dismissals`, {
    why,
  });
  say(words(`${service}：第 ${n} 号已作废`, `${service}: number ${n} is dismissed`));
};

type Rereading = {
  readonly handler: string;
  readonly topic: string;
  readonly part: number;
  readonly events: number;
  readonly known: number;
};

/** Puts a service back in the log, for tables that were restored without their positions; says what it would do first. */
export const rereadSince = async (
  api: PublicApi,
  service: string,
  since: string,
  confirm: boolean,
): Promise<void> => {
  const path = `/api/v1/operations/${service}/rereadings`;
  const { rereadings, done } = await api.post<{ rereadings: Rereading[]; done: boolean }>(path, {
    since,
    confirm,
  });
  for (const { handler, topic, part, events, known } of rereadings)
    say(
      words(
        `${handler}：${topic}/${part} 的 ${events} 个事件，其中 ${known} 个收件箱里已有`,
        `${handler}: ${events} events of ${topic}/${part}, ${known} of them known to its inbox`,
      ),
    );
  if (rereadings.length === 0)
    say(
      words(
        `${service}：处处都在 ${since} 之前，漏掉的它自己会读`,
        `${service}: it stands before ${since} everywhere, and reads what it missed by itself`,
      ),
    );
  else if (done) say(words(`${service}：已重新去读`, `${service}: they are read again`));
  else if (confirm)
    say(
      words(
        `${service}：有的分区这时又往前走了；再做一次，把它们也退回来`,
        `${service}: some partitions moved on meanwhile; once more puts them back, too`,
      ),
    );
  else
    say(words(`${service}：还没有做；加 --confirm 才做`, `${service}: nothing was done; --confirm does it`));
};

/** Sends what the bus has refused, key by key; what it refuses again is set aside again. */
export const sendSetAside = async (api: PublicApi, service: string): Promise<void> => {
  const aside = await allOf<{ readonly topic: string; readonly key: string }>(
    api,
    service,
    'set-aside-events',
  );
  const keys = distinct(aside.map(({ topic, key }) => ({ topic, key })));
  const path = `/api/v1/operations/${service}/set-aside-events/sendings`;
  for (const key of keys) await api.post(path, key);
  say(
    words(
      `${service}：重发 ${aside.length} 个被放在一边的事件`,
      `${service}: ${aside.length} events that were set aside are sent once more`,
    ),
  );
};

/** Sends the events of a service again that were sent since then, for a log that lost them; the inboxes drop what they know. */
export const republish = async (api: PublicApi, service: string, since: string): Promise<void> => {
  const path = `/api/v1/operations/${service}/republications`;
  const { events } = await api.post<{ events: number }>(path, { since });
  say(words(`${service}：重发 ${events} 个事件`, `${service}: ${events} events are sent again`));
};

/** Read models are made anew by the service itself, which must be stopped for it; only its own machine can do that. */
export const rebuiltElsewhere = (service: string): string => {
  const commands = [
    `docker compose stop ${service}`,
    `docker compose run --rm --no-deps ${service} services/${service}/dist/main.js --empty-projections`,
    `docker compose start ${service}`,
  ].map((line) => `  ${line}`);
  return [
    words(
      `那里的 ${service} 要在它自己的机器上重建读模型，三条命令：`,
      `The read models of ${service} are made anew on its own machine, by three commands:`,
    ),
    ...commands,
  ].join('\n');
};
