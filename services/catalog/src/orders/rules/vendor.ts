export const VENDOR_KINDS = ['bookseller', 'publisher', 'wholesaler', 'subscriptions', 'other'] as const;
export type VendorKind = (typeof VENDOR_KINDS)[number];
