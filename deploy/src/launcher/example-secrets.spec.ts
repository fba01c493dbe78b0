import { describe, expect, it } from '@jest/globals';
import { refuseExampleSecrets } from './example-secrets.js';
import { readLauncherConfig } from './launcher.config.js';

const environment = (changed: Readonly<Record<string, string>>) =>
  readLauncherConfig({
    DATABASE_URL: 'postgres://postgres:replace-me-owner@postgres:5432/shulian',
    READERS_DATABASE_URL: 'postgres://shulian_readers:replace-me-readers@postgres:5432/shulian',
    CATALOG_DATABASE_URL: 'postgres://shulian_catalog:of%20its%20own@postgres:5432/shulian',
    SHULIAN_ADMIN_PASSWORD: 'replace-me-admin',
    SHULIAN_CARD_KEY: 'replace-me-with-32-random-bytes',
    ...changed,
  });

describe('the secrets of .env.example', () => {
  it.each(['127.0.0.1', '127.0.1.1', '::1', '[::1]', 'localhost'])('do for a try at %s', (address) => {
    refuseExampleSecrets(environment({ SHULIAN_BIND_ADDRESS: address }));
  });

  it('are nobody’s business in the embedded edition, which makes its own', () => {
    refuseExampleSecrets(environment({}));
  });

  it.each(['0.0.0.0', '::', '10.0.0.5', '128.0.0.1'])('are refused by name at %s', (address) => {
    expect(() => refuseExampleSecrets(environment({ SHULIAN_BIND_ADDRESS: address }))).toThrow(
      /^POSTGRES_PASSWORD, READERS_DB_PASSWORD, SHULIAN_ADMIN_PASSWORD, SHULIAN_CARD_KEY/,
    );
  });

  it('are passed at any address once they were replaced', () => {
    const replaced = environment({
      SHULIAN_BIND_ADDRESS: '0.0.0.0',
      DATABASE_URL: 'postgres://postgres:secret@postgres:5432/shulian',
      READERS_DATABASE_URL: 'postgres://shulian_readers:secret@postgres:5432/shulian',
      SHULIAN_ADMIN_PASSWORD: 'secret',
      SHULIAN_CARD_KEY: 'k'.repeat(32),
    });
    refuseExampleSecrets(replaced);
  });
});
