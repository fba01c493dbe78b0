import { describe, expect, it } from '@jest/globals';
import { deliveryOf, signatureOf } from './messenger-webhook.adapter.js';
import { refusedBy, serverOf } from './smtp-mail.adapter.js';
import { saysNo, webhookBody } from './rules/webhook-body.js';

const message = { id: 'm', kind: 'recall', subject: '集中还书', body: '三年级1班' };

describe('a message to a messenger', () => {
  it('has the shape that its robots take', () => {
    expect(JSON.parse(webhookBody('plain', message))).toEqual({
      id: 'm',
      kind: 'recall',
      subject: '集中还书',
      text: '三年级1班',
    });
    expect(JSON.parse(webhookBody('wecom', message))).toEqual({
      msgtype: 'text',
      text: { content: '集中还书\n三年级1班' },
    });
    expect(JSON.parse(webhookBody('feishu', message))).toEqual({
      msg_type: 'text',
      content: { text: '集中还书\n三年级1班' },
    });
  });

  it.each([
    ['wecom', '{"errcode":0}', false],
    ['wecom', '{"errcode":93000}', true],
    ['feishu', '{"code":19001}', true],
    ['feishu', '{"code":0}', false],
    ['plain', '{"errcode":1}', false],
    ['wecom', 'not json', false],
    ['wecom', 'null', false],
  ] as const)('of shape %s answered by %s is refused: %s', (shape, answer, no) => {
    expect(saysNo(shape, answer)).toBe(no);
  });

  it.each([
    [200, 'sent'],
    [299, 'sent'],
    [302, 'failed'],
    [404, 'failed'],
    [429, 'again'],
    [500, 'unknown'],
    [503, 'again'],
  ])('answered by %i is %s', (status, is) => {
    expect(deliveryOf({ status }, false).is).toBe(is);
  });

  it('is signed with its time, as anybody can compute', () => {
    expect(signatureOf('key', 1, '{}')).toMatch(/^t=1,v1=[0-9a-f]{64}$/);
    expect(signatureOf('key', 2, '{}')).not.toBe(signatureOf('key', 1, '{}').replace('t=1', 't=2'));
  });
});

describe('a mail that was not taken', () => {
  it.each([
    [{ code: 'ECONNECTION' }, false, 'again'],
    [{ code: 'EDNS' }, false, 'again'],
    [{ code: 'EAUTH', responseCode: 535 }, false, 'again'],
    [{ code: 'EENVELOPE', responseCode: 550 }, true, 'failed'],
    [{ code: 'EENVELOPE', responseCode: 451 }, true, 'again'],
    [{ code: 'EMESSAGE', responseCode: 554 }, true, 'failed'],
    [{ code: 'EENVELOPE' }, false, 'failed'],
    [{ code: 'ECONNECTION' }, true, 'unknown'],
    [{ code: 'ETIMEDOUT' }, true, 'unknown'],
    [new Error('takes too long'), true, 'unknown'],
  ])('by %j, its text on the way: %s, is %s', (error, begun, is) => {
    expect(refusedBy(error, begun).is).toBe(is);
  });

  it('goes with TLS to every server but a relay on the same machine', () => {
    expect(serverOf('smtp://mail.example.com')).toMatchObject({
      port: 587,
      requireTLS: true,
      ignoreTLS: false,
    });
    expect(serverOf('smtp://127.0.0.1:2525')).toMatchObject({
      port: 2525,
      requireTLS: false,
      ignoreTLS: true,
    });
    expect(serverOf('smtps://u%40x:p%3A@mail.example.com')).toMatchObject({
      port: 465,
      secure: true,
      auth: { user: 'u@x', pass: 'p:' },
    });
  });
});
