import { words } from '../../bootstrap/words.mjs';
import type { LauncherConfig } from './launcher.config.js';

/** As `.env.example` marks what is to be replaced. */
const EXAMPLE = /^replace-me/;
const THIS_MACHINE = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/;

type Secrets = Pick<
  LauncherConfig,
  'bindAddress' | 'databaseUrl' | 'serviceUrls' | 'adminPassword' | 'cardKey'
>;

const passwordIn = (url: string | undefined): string =>
  url === undefined ? '' : decodeURIComponent(new URL(url).password);

/**
 * Everybody can read the secrets of `.env.example`. They do for a try on one machine.
 * @throws Error that names them, when the county is to listen to others, too
 */
export const refuseExampleSecrets = (given: Secrets): void => {
  if (given.bindAddress === undefined || THIS_MACHINE.test(given.bindAddress)) return;
  const secrets = Object.entries({
    POSTGRES_PASSWORD: passwordIn(given.databaseUrl),
    ...Object.fromEntries(
      Object.entries(given.serviceUrls).map(([name, url]) => [
        `${name.toUpperCase()}_DB_PASSWORD`,
        passwordIn(url),
      ]),
    ),
    SHULIAN_ADMIN_PASSWORD: given.adminPassword ?? '',
    SHULIAN_CARD_KEY: given.cardKey ?? '',
  });
  const names = secrets.flatMap(([name, secret]) => (EXAMPLE.test(secret) ? [name] : []));
  if (names.length === 0) return;
  const [list, where] = [names.join(', '), given.bindAddress];
  throw new Error(
    words(
      `${list}：还是 .env.example 里人人可见的值，而 SHULIAN_BIND_ADDRESS 是 ${where}，别的机器也能连上。请在 .env 里换掉，或者只在 127.0.0.1 上试用。`,
      `${list}: still as in .env.example, which everybody can read, and SHULIAN_BIND_ADDRESS is ${where}, where other machines ` +
        'reach it. Replace them in .env, or try it on 127.0.0.1 only.',
    ),
  );
};
