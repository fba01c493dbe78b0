import { PublicApi } from '../sample/public-api.js';
import { controlOf } from './control.js';
import { CountyFolder, countyFolderFor } from './county-folder.js';
import { readLauncherConfig } from './launcher.config.js';
import { keptSecrets } from './secrets.js';

/** Where the events of one key wait, behind the one that could not be digested. */
type ParkingPlace = { readonly handler: string; readonly topic: string; readonly key: string };
type Parked = { readonly items: readonly ParkingPlace[]; readonly nextCursor: string | null };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The public API of the county that runs on our data folder, as its first account. */
const asAdmin = (): PublicApi => {
  const folder = CountyFolder.at(countyFolderFor(readLauncherConfig().dataDir).path);
  const gateway = controlOf(folder)?.gateway;
  if (gateway === undefined) throw new Error(`no Shulian runs on ${folder.path}; npm start starts one`);
  const password = process.env['SHULIAN_ADMIN_PASSWORD'] ?? keptSecrets(folder)?.adminPassword ?? '';
  return new PublicApi(gateway, { username: 'admin', password });
};

const placesOf = async (api: PublicApi, service: string): Promise<ParkingPlace[]> => {
  const places = new Map<string, ParkingPlace>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Parked = await api.get(`/api/v1/operations/${service}/parked-events?limit=500${from}`);
    for (const { handler, topic, key } of page.items) {
      places.set(JSON.stringify([handler, topic, key]), { handler, topic, key });
    }
    cursor = page.nextCursor;
  }
  return [...places.values()];
};

/** Digests what is parked in a service, key by key in the order of the log; true when nothing is parked any more. */
export const replayParked = async (service: string): Promise<boolean> => {
  const api = asAdmin();
  const places = await placesOf(api, service);
  let resolved = 0;
  for (const place of places) {
    const path = `/api/v1/operations/${service}/parked-events/replays`;
    resolved += (await api.post<{ resolved: number }>(path, place)).resolved;
  }
  const left = (await placesOf(api, service)).length;
  say(`${service}: ${resolved} parked events digested, ${left} of ${places.length} keys still wait`);
  return left === 0;
};

/** Sends the events of a service again that occurred since then, for a log that lost them; the inboxes drop what they know. */
export const republish = async (service: string, since: string): Promise<void> => {
  const path = `/api/v1/operations/${service}/republications`;
  const { events } = await asAdmin().post<{ events: number }>(path, { since });
  say(`${service}: ${events} events are sent again`);
};
