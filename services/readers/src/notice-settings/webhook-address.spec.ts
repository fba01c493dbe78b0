import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isPublicAddress, webhookAddress } from './webhook-address.adapter.js';

beforeEach(() => {
  Object.assign(process.env, {
    SHULIAN_CARD_KEY: 'a card key of tests only',
    SHULIAN_SIGNING_KEY_FILE: 'none',
    SHULIAN_JWKS_FILE: 'none',
  });
});
afterEach(() => {
  delete process.env['SHULIAN_WEBHOOK_PRIVATE_HOSTS'];
});

describe('the address of a webhook', () => {
  it.each([
    'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
    'https://oapi.dingtalk.com:8443/robot/send?access_token=1',
    'https://8.8.8.8/x',
    'https://[2400:3200::1]/x',
  ])('may be %s', (url) => {
    expect(webhookAddress(url)?.href).toBe(new URL(url).href);
  });

  it.each([
    'http://qyapi.weixin.qq.com/x',
    'ftp://example.com/x',
    'https://user:secret@example.com/x',
    'https://localhost/x',
    'https://intranet/x',
    'https://a.localhost/x',
    'https://printer.local/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://10.1.2.3/x',
    'https://169.254.169.254/latest',
    'https://[::1]/x',
    'https://[::ffff:10.0.0.1]/x',
    'https://[fd00::1]/x',
    'https://[64:ff9b::a00:1]/x',
    'https://[2002:a00:1::]/x',
    'not an address',
  ])('is never %s', (url) => {
    expect(webhookAddress(url)).toBeNull();
  });

  it.each([
    ['172.15.255.255', true],
    ['172.16.0.0', false],
    ['172.31.255.255', false],
    ['172.32.0.0', true],
    ['100.63.255.255', true],
    ['100.64.0.0', false],
    ['223.255.255.255', true],
    ['224.0.0.0', false],
    ['fe80::1', false],
    ['no address', false],
  ])('%s is public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });

  it('may lie in the network of the county where the county says so, by https all the same', () => {
    process.env['SHULIAN_WEBHOOK_PRIVATE_HOSTS'] = 'im.school.internal, 10.0.0.5';
    expect(webhookAddress('https://im.school.internal/x')).not.toBeNull();
    expect(webhookAddress('https://10.0.0.5/x')).not.toBeNull();
    expect(webhookAddress('http://10.0.0.5/x')).toBeNull();
    expect(webhookAddress('https://10.0.0.6/x')).toBeNull();
  });
});
