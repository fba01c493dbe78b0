import { randomBytes } from 'node:crypto';

import { words } from '../../bootstrap/words.mjs';
import type { CountyFolder } from './county-folder.js';
import { serviceNames, type ServiceName } from '@shulian/contracts/services';
import type { LauncherConfig } from './launcher.config.js';

export type Secrets = {
  /** Of the account `admin`; what it was on the first start, not what somebody may have changed it to. */
  readonly adminPassword: string;
  /** HMAC key of card numbers: lose it and no card is known any more. */
  readonly cardKey: string;
  /** Of the database roles. */
  readonly databasePasswords: Readonly<Record<ServiceName, string>>;
};

const FILE = 'secrets.json';
const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** Made once and kept in the data folder with mode 0600; what the environment tells on the first start is kept too. */
export const secretsOf = (
  folder: CountyFolder,
  config: LauncherConfig,
): { secrets: Secrets; firstStart: boolean } => {
  const kept = folder.read<Secrets>(FILE);
  if (kept !== undefined) {
    if (config.cardKey !== undefined && config.cardKey !== kept.cardKey) {
      throw new Error(
        words(
          'SHULIAN_CARD_KEY 不是这个数据文件夹开始时的密钥：换了它，所有读者证都认不出来',
          'SHULIAN_CARD_KEY is not the key this data folder began with: its cards would not be known',
        ),
      );
    }
    return { secrets: kept, firstStart: false };
  }
  const passwords = serviceNames.map((name) => [name, random(24)] as const);
  const secrets: Secrets = {
    adminPassword: config.adminPassword ?? random(12),
    cardKey: config.cardKey ?? random(32),
    databasePasswords: Object.fromEntries(passwords) as Record<ServiceName, string>,
  };
  folder.write(FILE, secrets);
  return { secrets, firstStart: true };
};

/** The secrets of a county that exists already, for commands beside the launcher. */
export const keptSecrets = (folder: CountyFolder): Secrets | undefined => folder.read<Secrets>(FILE);
