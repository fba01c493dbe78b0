/** 书面同意书、网上同意、当面同意: how somebody agreed to be kept. */
export const CONSENT_WAYS = ['signed', 'online', 'in-person'] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];
