import { describe, expect, it } from '@jest/globals';

import { readLauncherConfig } from './launcher.config.js';

describe('the environment of the launcher', () => {
  it('needs nothing', () => {
    expect(readLauncherConfig({})).toMatchObject({
      port: 8080,
      bus: 'postgres',
      dataDir: undefined,
      kafkaBrokers: '',
    });
  });

  it.each(['-1', '65536', 'http', '80.5'])('refuses %s as a port', (port) => {
    expect(() => readLauncherConfig({ SHULIAN_PORT: port })).toThrow('SHULIAN_PORT');
  });

  it.each(['0', '65535'])('takes %s as a port', (port) => {
    expect(readLauncherConfig({ SHULIAN_PORT: port }).port).toBe(Number(port));
  });

  it('refuses a bus it does not know', () => {
    expect(() => readLauncherConfig({ SHULIAN_BUS: 'rabbit' })).toThrow('SHULIAN_BUS');
  });

  it('is told the prefix of all topics, which the services get, too', () => {
    const { topicPrefix, passedOn } = readLauncherConfig({ SHULIAN_TOPIC_PREFIX: 'north.' });
    expect(topicPrefix).toBe('north.');
    expect(passedOn).toEqual({ SHULIAN_TOPIC_PREFIX: 'north.' });
  });

  it('hands no secret and no address of a database on to the services', () => {
    const { passedOn, serviceUrls } = readLauncherConfig({
      SHULIAN_ADMIN_PASSWORD: 'a',
      SHULIAN_CARD_KEY: 'b',
      DATABASE_URL: 'postgres://owner@host/db',
      READERS_DATABASE_URL: 'postgres://readers@host/db',
      SHULIAN_TIME_ZONE: 'Asia/Urumqi',
    });
    expect(passedOn).toEqual({ SHULIAN_TIME_ZONE: 'Asia/Urumqi' });
    expect(serviceUrls).toEqual({ readers: 'postgres://readers@host/db' });
  });

  it('gives the mail server and the keys of addresses to readers alone', () => {
    const { passedOn, ofReaders } = readLauncherConfig({
      SHULIAN_SMTP_URL: 'smtps://library:secret@mail.example.com',
      SHULIAN_CONTACT_KEYS: 'k1:key',
      SHULIAN_MAIL_FROM: 'library@example.com',
    });
    expect(passedOn).toEqual({ SHULIAN_MAIL_FROM: 'library@example.com' });
    expect(Object.keys(ofReaders)).toEqual(['SHULIAN_SMTP_URL', 'SHULIAN_CONTACT_KEYS']);
  });
});
