/** How a messenger wants its messages: plain JSON of ours, or what 企业微信 and 钉钉 robots, or those of 飞书, take. */
export const SHAPES = ['plain', 'wecom', 'feishu'] as const;
export type WebhookShape = (typeof SHAPES)[number];
